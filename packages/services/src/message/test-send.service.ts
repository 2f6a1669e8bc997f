import { SendFailedError, SendRefusedError } from "@oto/adapters";
import { newId } from "@oto/db";
import { DomainError } from "@oto/domain";
import type { StaffContext } from "../context";
import { maskRecipient } from "../notification/deliveries/mask-recipient";
import type { TemplateTestInput } from "./message.input";
import type { TemplateTestView } from "./message.views";
import { previewTemplate } from "./template.service";

const REASON = "staff have no gallery";

/**
 * Sends a text to its writer, filled with sample values, through the real senders: what the provider
 * says to it is the answer.
 * @throws DomainError `notfound`, `message.template_invalid`, `message.no_address`, `message.not_sent`
 */
export async function sendTestMessage(
  ctx: StaffContext,
  input: TemplateTestInput,
): Promise<TemplateTestView> {
  const { problems, text } = previewTemplate(ctx, input);
  if (problems.length > 0) throw new DomainError("message.template_invalid");
  const user = await ctx.database.unsafeSystem(REASON).read((tx) =>
    tx.user.findUniqueOrThrow({
      where: { id: ctx.identity.userId },
      select: { email: true, phone: true },
    }),
  );
  const to = input.channel === "sms" ? user.phone : user.email;
  if (!to) throw new DomainError("message.no_address");
  const common = { to, template: `test:${input.name}`, text: text.body, idempotencyKey: newId() };
  const { email, sms } = ctx.adapters;
  try {
    const { tries } = await (input.channel === "sms"
      ? sms.send(common)
      : email.send({ ...common, subject: text.subject ?? "" }));
    const last = tries.at(-1);
    const said = { provider: last?.provider ?? null, code: last?.code ?? null };
    return { to: maskRecipient(to), ...said };
  } catch (error) {
    if (!(error instanceof SendRefusedError) && !(error instanceof SendFailedError)) throw error;
    const last = error.tries.at(-1);
    const code = last ? `${last.provider} ${last.code}` : "";
    throw new DomainError("message.not_sent", { code });
  }
}
