import type { TemplateChannel } from "./channels";
import { smsParts } from "./sms-parts";

/** The text of a message before its values: `{name}` stands for a value. */
export interface TemplateText {
  /** Of e-mails, and the title of pushes; null where the channel has none. */
  readonly subject: string | null;
  readonly body: string;
}

/** What the values of a kind of message are, and which of them a text may not leave out. */
export interface TemplateRule {
  readonly channel: TemplateChannel;
  readonly variables: readonly string[];
  readonly required: readonly string[];
}

export const TEMPLATE_PROBLEMS = [
  "empty_body",
  "empty_subject",
  "needless_subject",
  "broken_brace",
  "unknown_variable",
  "missing_variable",
  "too_long",
  "line_break",
  "control_sign",
] as const;
export type TemplateProblemKind = (typeof TEMPLATE_PROBLEMS)[number];

export interface TemplateProblem {
  readonly kind: TemplateProblemKind;
  readonly field: "subject" | "body";
  /** The variable, or what the limit is. */
  readonly what?: string;
}

const VARIABLE = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g;
const MAX_SUBJECT = 150;
const MAX_BODY: Readonly<Record<TemplateChannel, number>> = {
  app: 500,
  sms: 600,
  email: 8_000,
  push: 500,
};
/** Parts that an SMS may have before its values are filled in. */
const MAX_SMS_PARTS = 4;

const hasSubject = (channel: TemplateChannel) => channel === "email" || channel === "push";
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/;

/** Names of the variables in a text, each once, in order. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map(([, name = ""]) => name))];
}

function problemsOfField(
  field: "subject" | "body",
  text: string,
  rule: TemplateRule,
): TemplateProblem[] {
  const problems: TemplateProblem[] = variablesIn(text)
    .filter((name) => !rule.variables.includes(name))
    .map((what) => ({ kind: "unknown_variable", field, what }));
  if (/[{}]/.test(text.replace(VARIABLE, ""))) problems.push({ kind: "broken_brace", field });
  if (CONTROL.test(text)) problems.push({ kind: "control_sign", field });
  const limit = field === "subject" ? MAX_SUBJECT : MAX_BODY[rule.channel];
  if (text.length > limit) problems.push({ kind: "too_long", field, what: String(limit) });
  const oneLine = field === "subject" || rule.channel !== "email";
  if (oneLine && /[\r\n]/.test(text)) problems.push({ kind: "line_break", field });
  return problems;
}

/**
 * What is wrong with a text; nothing of it may be saved with any problem. Subject and body together
 * must name every required variable.
 */
export function checkTemplate(text: TemplateText, rule: TemplateRule): TemplateProblem[] {
  const subject = text.subject ?? "";
  const problems = [
    ...problemsOfField("subject", subject, rule),
    ...problemsOfField("body", text.body, rule),
  ];
  if (text.body.trim() === "") problems.push({ kind: "empty_body", field: "body" });
  if (hasSubject(rule.channel)) {
    if (subject.trim() === "") problems.push({ kind: "empty_subject", field: "subject" });
  } else if (text.subject !== null) {
    problems.push({ kind: "needless_subject", field: "subject" });
  }
  const present = new Set([...variablesIn(subject), ...variablesIn(text.body)]);
  for (const what of rule.required) {
    if (!present.has(what)) problems.push({ kind: "missing_variable", field: "body", what });
  }
  if (rule.channel === "sms" && smsParts(text.body) > MAX_SMS_PARTS) {
    problems.push({ kind: "too_long", field: "body", what: `${MAX_SMS_PARTS} SMS` });
  }
  return problems;
}

const fill = (text: string, values: Readonly<Record<string, string>>) =>
  text.replace(VARIABLE, (_, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? "") : "",
  );

/** Subjects and lines are one line, whatever a value brings along. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** Fills in the values once: a value that looks like a variable stays as it is. */
export function renderTemplate(
  channel: TemplateChannel,
  { body, subject }: TemplateText,
  values: Readonly<Record<string, string>>,
): TemplateText {
  const filled = fill(body, values);
  return {
    subject: subject === null ? null : oneLine(fill(subject, values)).slice(0, 2 * MAX_SUBJECT),
    body: channel === "email" ? filled.trim() : oneLine(filled),
  };
}
