import { MASK, maskText } from "./mask-text";

const MAX_DEPTH = 8;
const MAX_ITEMS = 50;

/** Key parts: a key that contains one of these (spelling folded) never shows its value. */
const SENSITIVE_PARTS = [
  "phone",
  "gsm",
  "email",
  "password",
  "passwd",
  "secret",
  "token",
  "authorization",
  "cookie",
  "iban",
  "taxnumber",
  "vergino",
  "tckn",
  "vkn",
  "totp",
  "otp",
  "apikey",
  "firstname",
  "lastname",
  "fullname",
  "idempotencykey",
];

/** Keys that are sensitive only as a whole word, since their letters occur in harmless ones. */
const SENSITIVE_KEYS = new Set([
  "vin",
  "plate",
  "plakano",
  "pin",
  "to",
  "recipient",
  "identifier",
  "address",
  "licenceno",
  "input",
  "payload",
  "body",
  "rawinput",
]);

const folded = new Map<string, boolean>();

function isSensitiveKey(key: string): boolean {
  const known = folded.get(key);
  if (known !== undefined) return known;
  const plain = key.toLowerCase().replace(/[^a-z]/g, "");
  const sensitive =
    SENSITIVE_KEYS.has(plain) || SENSITIVE_PARTS.some((part) => plain.includes(part));
  // Keys come from code, so they are few; the bound only guards against keys made of data.
  if (folded.size < 2_000) folded.set(key, sensitive);
  return sensitive;
}

/** `code` is an error code (`ECONNREFUSED`, `NOT_FOUND`) nearly everywhere, but digits are an OTP. */
function isOneTimeCode(key: string, value: unknown): boolean {
  return key.toLowerCase() === "code" && /^\d{4,8}$/.test(String(value));
}

/** A connection or another live object that a driver hung on its error: long, and nobody's to read. */
function isLiveObject(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  if (value instanceof Error || value instanceof Date) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== Object.prototype && prototype !== null;
}

/** A code of an error as it is: PostgreSQL's five characters can look like a number plate. */
function errorCode(key: string, value: unknown): string | undefined {
  const isCode = key === "code" && typeof value === "string" && /^[A-Z\d_]{2,40}$/.test(value);
  return isCode && /[A-Z]/.test(value) ? value : undefined;
}

function redactError(error: Error, depth: number, seen: Set<object>): unknown {
  const own: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(error)) {
    if (key === "stack" || key === "message" || key === "cause") continue;
    // PostgreSQL repeats the offending row in `detail` and `where`.
    if (key === "detail" || key === "where" || key === "query" || key === "parameters") continue;
    if (isLiveObject(value)) continue;
    const safe = () => (isSensitiveKey(key) ? MASK : walk(value, depth + 1, seen));
    own[key] = errorCode(key, value) ?? safe();
  }
  return {
    type: error.name,
    message: maskText(error.message),
    stack: maskText(error.stack ?? ""),
    ...own,
    ...(error.cause === undefined ? {} : { cause: walk(error.cause, depth + 1, seen) }),
  };
}

function walk(value: unknown, depth: number, seen: Set<object>): unknown {
  if (typeof value === "string") return maskText(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (depth > MAX_DEPTH || seen.has(value)) return "[…]";
  seen.add(value);
  try {
    if (value instanceof Error) return redactError(value, depth, seen);
    if (value instanceof Date) return value;
    if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
    if (Array.isArray(value)) {
      return value.slice(0, MAX_ITEMS).map((item) => walk(item, depth + 1, seen));
    }
    if (value instanceof Map || value instanceof Set) return `[${value.size} entries]`;
    return redactRecord(value, depth, seen);
  } finally {
    seen.delete(value);
  }
}

function redactRecord(value: object, depth: number, seen: Set<object>): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const hide = item !== undefined && item !== null && typeof item !== "function";
    out[key] =
      hide && (isSensitiveKey(key) || isOneTimeCode(key, item))
        ? MASK
        : walk(item, depth + 1, seen);
  }
  return out;
}

/**
 * A copy of an object that is safe to log: values under sensitive keys are hidden at any depth (to
 * 8 levels), personal data inside the remaining texts is masked, errors keep type, message, stack
 * and code but lose the row that PostgreSQL quotes. Cycles, buffers and long arrays are cut.
 */
export function redact(value: object): Record<string, unknown> {
  const safe = walk(value, 0, new Set());
  return typeof safe === "object" && safe !== null && !Array.isArray(safe)
    ? (safe as Record<string, unknown>)
    : { value: safe };
}
