// The printed log: every byte of the PDF is under the seal behind its end, and the log itself is
// attached as JSON.
import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { canonical, sha256, signatureProblem, verifyDocument } from "./document.mjs";

const LINE = 200;
const BLOCK_HASH_BYTES = 12;

/** @param {Buffer} file */
export const isPdf = (file) => file.subarray(0, 5).toString("latin1") === "%PDF-";

/**
 * @param {string} text of the file, a character a byte
 * @param {Record<string, unknown>} seal
 * @param {number} size
 * @returns {string} what has to stand behind the sealed bytes
 */
function tailOf(text, seal, size) {
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(Math.max(0, size - 64), size));
  const lines =
    Buffer.from(canonical(seal))
      .toString("base64url")
      .match(/.{1,200}/g) ?? [];
  return `\n${lines.map((line) => `%KONTAK-SEAL ${line}\n`).join("")}startxref\n${end?.[1]}\n%%EOF\n`;
}

/** @param {Buffer} bytes @param {{ block: number, blocks: string }} seal @returns {string[]} */
function changedBlocks(bytes, { block, blocks }) {
  const hashes = Buffer.from(blocks, "base64url");
  const problems = [];
  for (let at = 0, index = 0; at < bytes.length; at += block, index += 1) {
    const hash = createHash("sha256")
      .update(bytes.subarray(at, at + block))
      .digest();
    const known = hashes.subarray(index * BLOCK_HASH_BYTES, (index + 1) * BLOCK_HASH_BYTES);
    if (!hash.subarray(0, BLOCK_HASH_BYTES).equals(known)) {
      problems.push(
        `the PDF was changed between byte ${at} and byte ${Math.min(at + block, bytes.length)}`,
      );
    }
  }
  return problems;
}

/** @param {string} text a character a byte @returns {Buffer | null} the attached JSON */
function attachment(text) {
  const embedded =
    /\d+ 0 obj\s*<<(?:(?!endobj)[\s\S])*?\/Type\s*\/EmbeddedFile(?:(?!endobj)[\s\S])*?>>\s*stream\r?\n/;
  const found = embedded.exec(text);
  if (!found) {
    return null;
  }
  const from = found.index + found[0].length;
  const length = Number(/\/Length (\d+)/.exec(found[0])?.[1] ?? Number.NaN);
  const stream = Buffer.from(text.slice(from, from + length), "latin1");
  return found[0].includes("/FlateDecode") ? inflateSync(stream) : stream;
}

/**
 * @param {Buffer} file
 * @param {import("./document.mjs").Key[] | null} trusted
 * @returns {import("./document.mjs").Verdict}
 */
export function verifyPdf(file, trusted) {
  const text = file.toString("latin1");
  const lines = [...text.matchAll(/^%KONTAK-SEAL ([A-Za-z0-9_-]+)$/gm)];
  /** @type {any} */
  let seal;
  try {
    const packed = lines.map(([, line]) => line).join("");
    seal = JSON.parse(Buffer.from(packed, "base64url").toString("utf8"));
    if (lines.some(([, line], index) => index < lines.length - 1 && line?.length !== LINE)) {
      throw new Error("broken");
    }
  } catch {
    const where = lines[0] ? `at byte ${lines[0].index}` : "at the end of the file";
    return {
      ok: false,
      problems: [`the seal of the PDF cannot be read, ${where}`],
      facts: [],
      keys: [],
    };
  }
  const { signature, ...sealed } = seal;
  const bytes = file.subarray(0, sealed.size);
  /** @type {import("./document.mjs").Verdict} */
  let inner = {
    ok: false,
    problems: ["the PDF carries no log that can be read"],
    facts: [],
    keys: [],
  };
  try {
    const json = attachment(text);
    inner = json ? verifyDocument(json, trusted) : inner;
  } catch {
    // A changed byte broke the attachment; the blocks tell where.
  }
  const problems = changedBlocks(bytes, sealed);
  if (sha256(bytes) !== sealed.sha256 && problems.length === 0) {
    problems.push("the PDF does not have the hash of its seal");
  }
  const tail = text.slice(sealed.size);
  const expected = tailOf(text, seal, sealed.size);
  if (tail !== expected) {
    let at = 0;
    while (tail[at] === expected[at] && at < tail.length) {
      at += 1;
    }
    problems.push(`the end of the PDF was changed at byte ${sealed.size + at}`);
  }
  const hash = sha256(canonical(sealed));
  const unsealed = signatureProblem(trusted ?? inner.keys, { kid: sealed.kid, hash, signature });
  if (unsealed) {
    problems.push(`the seal of the PDF: ${unsealed}`);
  }
  const all = [...problems, ...inner.problems];
  return { ok: all.length === 0, problems: all, facts: inner.facts, keys: inner.keys };
}
