import type { Prisma } from "./generated/client";

/** Names of fields whose values are nobody's business in a trail that is kept for years. */
const SECRET =
  /pass(word|phrase)|secret|token|otp|totp|recovery|credential|api_?key|private|cipher|cookie|^code$|tckn|taxnumber|iban/i;

/** Keeps that there was a value, not which one. */
const MASK = "•••";

/** A copy in which the values of sensitive fields are masked, at any depth. */
export function redact(value: Prisma.InputJsonValue): Prisma.InputJsonValue {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      SECRET.test(key) && inner !== null && inner !== "" ? MASK : inner,
    ),
  );
}
