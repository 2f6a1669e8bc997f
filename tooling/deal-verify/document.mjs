// Proves a log file of a negotiation: needs the file and public keys, nothing of the platform. Written
// apart from the code that makes the files, so that a mistake there is found here.
import { createHash, createPublicKey, verify } from "node:crypto";

const FORMAT = "kontak.deal-log.v1";
const DOCUMENT = "kontak.deal-document.v1";
const ROOT = "0".repeat(64);

/** @typedef {{ kid: string, kty: string, crv: string, x: string }} Key */
/** @typedef {{ ok: boolean, problems: string[], facts: string[], keys: Key[] }} Verdict */

/** @param {unknown} value @returns {string} RFC 8785 text of plain JSON with whole numbers */
export function canonical(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(",")}]`;
  }
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(value);
  }
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}

/** @param {string | Buffer} bytes */
export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** @param {Key} key @returns {string} RFC 7638 thumbprint */
export const fingerprint = ({ crv, kty, x }) =>
  createHash("sha256").update(JSON.stringify({ crv, kty, x })).digest("base64url");

/**
 * @param {Key[]} keys
 * @param {{ kid: string, hash: string, signature: string }} signed
 * @returns {string | null} what is wrong with the signature
 */
export function signatureProblem(keys, { kid, hash, signature }) {
  const key = keys.find((each) => each.kid === kid);
  if (!key) {
    return `key ${kid} is not among the public keys`;
  }
  try {
    const { kty, crv, x } = key;
    const publicKey = createPublicKey({ key: { kty, crv, x }, format: "jwk" });
    const text = Buffer.from(`${FORMAT}:${hash}`);
    const bytes = Buffer.from(signature, "base64url");
    const canonicalText = bytes.toString("base64url") === signature;
    return canonicalText && verify(null, text, publicKey, bytes)
      ? null
      : "its signature does not fit";
  } catch {
    return "its signature or its key cannot be read";
  }
}

/**
 * @param {any} entry
 * @param {{ index: number, before: string, negotiation: string, keys: Key[] }} place
 * @returns {string[]}
 */
function entryProblems(entry, { index, before, negotiation, keys }) {
  const body = entry?.body;
  const where = `entry ${index + 1} (${body?.kind}, ${body?.at})`;
  if (typeof body !== "object" || body === null) {
    return [`${where}: it has not the form of an entry`];
  }
  const problems = [];
  if (sha256(canonical(body)) !== entry.hash) {
    problems.push(`${where}: its content does not have its hash, something in it was changed`);
  }
  if (body.seq !== index + 1) {
    problems.push(`${where}: it bears the number ${body.seq}, entries are missing or out of order`);
  }
  if (body.prev !== before) {
    problems.push(`${where}: it does not follow the entry before it`);
  }
  if (body.negotiation !== negotiation || body.format !== FORMAT) {
    problems.push(`${where}: it belongs to another log`);
  }
  const unsigned = signatureProblem(keys, entry);
  if (unsigned) {
    problems.push(`${where}: ${unsigned}`);
  }
  return problems;
}

/** @param {string} text @param {string} expected @returns {string} where two texts part */
function firstDifference(text, expected) {
  let at = 0;
  while (at < text.length && text[at] === expected[at]) {
    at += 1;
  }
  const line = text.slice(0, at).split("\n").length;
  return `line ${line}, byte ${Buffer.byteLength(text.slice(0, at))}`;
}

/**
 * @param {Buffer} file
 * @param {Key[] | null} trusted keys that came from elsewhere; without them the file's own are used
 * @returns {Verdict}
 */
export function verifyDocument(file, trusted) {
  /** @type {any} */
  let document;
  const text = file.toString("utf8");
  try {
    document = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [`the file is no JSON: ${why}`], facts: [], keys: [] };
  }
  try {
    return verifyParsed(document, { text, file, trusted });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      problems: [`the file has not the form of a log: ${why}`],
      facts: [],
      keys: [],
    };
  }
}

/**
 * @param {any} document
 * @param {{ text: string, file: Buffer, trusted: Key[] | null }} source
 * @returns {Verdict}
 */
function verifyParsed(document, { text, file, trusted }) {
  const problems = [];
  const keys = trusted ?? document.keys;
  const form = `${JSON.stringify(document, null, 2)}\n`;
  if (form !== text || !Buffer.from(form).equals(file)) {
    problems.push(
      `the file differs from the form it was issued in: ${firstDifference(text, form)}`,
    );
  }
  if (document.format !== DOCUMENT) {
    problems.push(`the form "${document.format}" is not known`);
  }
  let before = ROOT;
  for (const [index, entry] of document.entries.entries()) {
    problems.push(
      ...entryProblems(entry, { index, before, negotiation: document.negotiation, keys }),
    );
    before = entry?.hash;
  }
  const { seal, ...sealed } = document;
  if (sha256(canonical(sealed)) !== seal.hash) {
    problems.push("the seal of the document: something in the document was changed");
  }
  const unsealed = signatureProblem(keys, seal);
  if (unsealed) {
    problems.push(`the seal of the document: ${unsealed}`);
  }
  const last = document.entries.at(-1)?.body;
  const facts = [
    `negotiation ${document.negotiation}, issued ${document.issuedAt}`,
    `${document.entries.length} entries, the last one ${last?.kind} at ${last?.at}`,
  ];
  return { ok: problems.length === 0, problems, facts, keys: document.keys };
}
