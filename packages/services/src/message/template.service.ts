import { audit, newId } from "@oto/db";
import type { Locale, TemplateChannel, TemplateText } from "@oto/domain";
import {
  checkTemplate,
  DomainError,
  LOCALES,
  renderTemplate,
  smsParts,
  TEMPLATE_CHANNELS,
} from "@oto/domain";
import type { StaffContext } from "../context";
import { messageDefinition, NEWS_TYPES } from "../notification/catalogue";
import { defaultText, templateNames, templateRule } from "../notification/catalogue/default-texts";
import { SYSTEM_MESSAGES, systemMessage } from "../notification/catalogue/system.messages";
import { TEXTS_TAG, textOverrides } from "../notification/text-overrides";
import { uniqueViolation } from "../unique-violation";
import type {
  TemplateKeyInput,
  TemplateRevertInput,
  TemplateSaveInput,
  TemplateTextInput,
} from "./message.input";
import type {
  TemplatePreview,
  TemplateSummary,
  TemplateVersionView,
  TemplateView,
} from "./message.views";
import { sampleValues } from "./sample-values";

const REASON = "texts of messages are the platform's";
const MOST_VERSIONS = 50;

/** Names of everything that has texts. */
const NAMES = [...Object.keys(SYSTEM_MESSAGES), ...NEWS_TYPES.flatMap(templateNames)];

const channelsOf = (name: string): TemplateChannel[] => {
  const appOnly = messageDefinition(name.split("/")[0] ?? "")?.appOnly ?? false;
  return TEMPLATE_CHANNELS.filter(
    (channel) => templateRule(name, channel) !== null && (!appOnly || channel === "app"),
  );
};

/** Every text that staff may change, by kind. */
export async function listTemplates(ctx: StaffContext): Promise<{ items: TemplateSummary[] }> {
  const overrides = await textOverrides(ctx);
  const { locale } = ctx.origin;
  const items = NAMES.map((name) => {
    const [type = "", reason = null] = name.split("/");
    const definition = messageDefinition(type);
    const channels = channelsOf(name);
    return {
      name,
      group: definition?.group ?? "system",
      title: (definition ?? systemMessage(name))?.title[locale] ?? name,
      reason,
      channels,
      changed: channels.flatMap((channel) =>
        LOCALES.flatMap((each) => (overrides(name, channel, each) ? [`${channel} ${each}`] : [])),
      ),
    };
  });
  return { items };
}

interface Known {
  rule: NonNullable<ReturnType<typeof templateRule>>;
  own: TemplateText;
}

/** The platform's own text and its rule. @throws DomainError `notfound` */
function known({ channel, locale, name }: TemplateKeyInput): Known {
  const rule = channelsOf(name).includes(channel) ? templateRule(name, channel) : null;
  const own = defaultText(name, channel, locale);
  if (!rule || !own) throw new DomainError("notfound");
  return { rule, own };
}

async function readVersions(
  ctx: StaffContext,
  { channel, locale, name }: TemplateKeyInput,
): Promise<TemplateVersionView[]> {
  const { people, rows } = await ctx.database.unsafeSystem(REASON).read(async (tx) => {
    const found = await tx.messageTemplate.findMany({
      where: { type: name, channel, locale },
      orderBy: { version: "desc" },
      take: MOST_VERSIONS,
    });
    const writers = await tx.user.findMany({
      where: { id: { in: found.map(({ createdById }) => createdById) } },
      select: { id: true, firstName: true, lastName: true },
    });
    return { rows: found, people: new Map(writers.map((user) => [user.id, user])) };
  });
  return rows.map(({ body, createdAt, createdById, note, subject, version }) => {
    const writer = people.get(createdById);
    return {
      version,
      text: body === null ? null : { subject, body },
      note,
      by: writer ? `${writer.firstName} ${writer.lastName}` : "",
      createdAt: createdAt.toISOString(),
    };
  });
}

const samplesFor = (ctx: StaffContext, { locale, name }: { locale: Locale; name: string }) =>
  sampleValues({ name, locale, panelUrl: ctx.env.OTO_GALLERY_URL });

/**
 * One text with its history and the values that it may name.
 * @throws DomainError `notfound`
 */
export async function getTemplate(
  ctx: StaffContext,
  input: TemplateKeyInput,
): Promise<TemplateView> {
  const { own, rule } = known(input);
  const versions = await readVersions(ctx, input);
  const samples = samplesFor(ctx, input);
  const text = versions[0]?.text ?? null;
  return {
    ...input,
    own,
    text: text ?? own,
    changed: text !== null,
    version: versions[0]?.version ?? 0,
    versions,
    variables: rule.variables.map((name) => ({
      name,
      required: rule.required.includes(name),
      sample: samples[name] ?? "",
    })),
  };
}

/**
 * How a text would look, and what is wrong with it.
 * @throws DomainError `notfound`
 */
export function previewTemplate(ctx: StaffContext, input: TemplateTextInput): TemplatePreview {
  const { rule } = known(input);
  const { body, channel, subject } = input;
  const text = renderTemplate(channel, { subject, body }, samplesFor(ctx, input));
  return {
    problems: checkTemplate({ subject, body }, rule),
    text,
    smsParts: channel === "sms" ? smsParts(text.body) : null,
  };
}

/** Writes the next version; of two people who saw the same one, one does. */
async function writeVersion(
  ctx: StaffContext,
  { note, version, ...key }: TemplateKeyInput & { version: number; note: string | null },
  text: TemplateText | null,
): Promise<void> {
  const { channel, locale, name } = key;
  const id = newId();
  try {
    await ctx.database.unsafeSystem(REASON).write(async (tx) => {
      const newest = await tx.messageTemplate.aggregate({
        where: { type: name, channel, locale },
        _max: { version: true },
      });
      if ((newest._max.version ?? 0) !== version) throw new DomainError("message.template_stale");
      await tx.messageTemplate.create({
        data: {
          id,
          type: name,
          channel,
          locale,
          version: version + 1,
          subject: text?.subject ?? null,
          body: text?.body ?? null,
          note,
          createdById: ctx.identity.userId,
          createdAt: ctx.now(),
        },
        select: { id: true },
      });
      await audit(tx, {
        action: text ? "admin.messages.save" : "admin.messages.revert",
        entityType: "message_template",
        entityId: id,
        galleryId: null,
        actorId: ctx.identity.userId,
        after: { name, channel, locale, version: version + 1 },
        ip: ctx.origin.ip,
        requestId: ctx.origin.requestId,
      });
    });
  } catch (error) {
    if (uniqueViolation(error)) throw new DomainError("message.template_stale");
    throw error;
  }
  await ctx.adapters.cache.invalidateTags([TEXTS_TAG]);
}

/**
 * Puts a text in force. What is wrong with it in any way is not saved.
 * @throws DomainError `notfound`, `message.template_invalid`, `message.template_stale`
 */
export async function saveTemplate(
  ctx: StaffContext,
  input: TemplateSaveInput,
): Promise<TemplateView> {
  const { body, channel, locale, name, note = null, subject, version } = input;
  const { rule } = known(input);
  const text = { subject, body };
  if (checkTemplate(text, rule).length > 0) throw new DomainError("message.template_invalid");
  await writeVersion(ctx, { name, channel, locale, version, note }, text);
  return getTemplate(ctx, { name, channel, locale });
}

/**
 * Gives the platform's own text back, as a version of its own.
 * @throws DomainError `notfound`, `message.template_stale`
 */
export async function revertTemplate(
  ctx: StaffContext,
  input: TemplateRevertInput,
): Promise<TemplateView> {
  known(input);
  const { channel, locale, name } = input;
  await writeVersion(ctx, { ...input, note: null }, null);
  return getTemplate(ctx, { name, channel, locale });
}
