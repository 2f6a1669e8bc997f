import type { DealLogBody, Locale, LogValue } from "@oto/domain";
import {
  CURRENCIES,
  DEAL_STEP_STATES,
  DEAL_STEPS,
  DISPUTE_OUTCOMES,
  DISPUTE_REASONS,
  domainMessages,
  formatMoney,
} from "@oto/domain";
import { DOCUMENT_TEXTS } from "./document-texts";

type Data = DealLogBody["data"];

const isRecord = (value: LogValue | undefined): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A text of an entry's data, empty when there is none. */
export const textIn = (data: LogValue | undefined, key: string): string => {
  const value = isRecord(data) ? data[key] : undefined;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

/** An instant as people in Türkiye read it. */
export function moment(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === "tr" ? "tr-TR" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone: "Europe/Istanbul",
  }).format(new Date(iso));
}

/** The money that an entry's data names under a key. */
export function moneyIn(data: LogValue | undefined, key: string, locale: Locale): string {
  if (!isRecord(data)) return "";
  const amount = data[key];
  const currency = CURRENCIES.find((each) => each === data.currency);
  return typeof amount === "number" && currency ? formatMoney({ amount, currency }, locale) : "";
}

const labelIn = <const Key extends string>(
  labels: Record<Key, string>,
  keys: readonly Key[],
  value: string,
): string => {
  const key = keys.find((each) => each === value);
  return key ? labels[key] : value;
};

function dealLine(data: Data, locale: Locale): string[] {
  const names = domainMessages[locale];
  const step = textIn(data, "step");
  const outcome = textIn(data, "outcome");
  return [
    step ? labelIn(names.dealStep, DEAL_STEPS, step) : "",
    labelIn(names.dealStepState, DEAL_STEP_STATES, textIn(data, "state")),
    textIn(data, "place"),
    textIn(data, "reference"),
    textIn(data, "fileName"),
    textIn(data, "sha256") ? `SHA-256 ${textIn(data, "sha256")}` : "",
    outcome ? labelIn(names.disputeOutcome, DISPUTE_OUTCOMES, outcome) : "",
    textIn(data, "note"),
    textIn(data, "text"),
  ];
}

/** What an entry says beside its kind, as lines for people. */
export function entryLines(body: DealLogBody, locale: Locale): string[] {
  const t = DOCUMENT_TEXTS[locale];
  const { data } = body;
  const round = textIn(data, "round");
  const until = textIn(data, "validUntil") || textIn(data, "until");
  const scheduled = textIn(data, "scheduledFor");
  const reason = labelIn(
    domainMessages[locale].disputeReason,
    DISPUTE_REASONS,
    textIn(data, "reason"),
  );
  const facts = [
    moneyIn(data, "amount", locale),
    round ? `${t.round} ${round}` : "",
    data.final === true ? t.finalOffer : "",
    data.silent === true ? t.silent : "",
    until ? `${t.until}: ${moment(until, locale)}` : "",
    scheduled ? moment(scheduled, locale) : "",
    ...dealLine(data, locale),
  ].filter(Boolean);
  const message = textIn(data, "message");
  return [
    facts.join(" · "),
    reason ? `${t.reason}: ${reason}` : "",
    message ? `${t.message}: “${message}”` : "",
  ].filter(Boolean);
}
