import { createHash } from "node:crypto";
import { canonicalJson } from "@oto/domain";
import { hashOf, signHash } from "./append-log";
import type { LogSigner } from "./log-keys";

const BLOCK = 1024;
const LINE = 200;
const BLOCK_HASH_BYTES = 12;

const sha256 = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();

/**
 * Signs a finished PDF: a comment behind its end holds the signature over every byte before it, and
 * the hash of each block, so that a changed byte is not only noticed but found. Readers of PDF see
 * the same file: comments mean nothing to them, and the pointer to the file's table is repeated.
 * @throws Error for bytes that are no complete PDF
 */
export function sealPdf(pdf: Buffer, signer: LogSigner): Buffer {
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.subarray(-64).toString("latin1"));
  if (!end) throw new Error("not a complete PDF");
  const blocks: Buffer[] = [];
  for (let at = 0; at < pdf.length; at += BLOCK) {
    blocks.push(sha256(pdf.subarray(at, at + BLOCK)).subarray(0, BLOCK_HASH_BYTES));
  }
  const sealed = {
    block: BLOCK,
    blocks: Buffer.concat(blocks).toString("base64url"),
    kid: signer.kid,
    sha256: sha256(pdf).toString("hex"),
    size: pdf.length,
  };
  const signature = signHash(signer, hashOf(canonicalJson(sealed)));
  const text = Buffer.from(canonicalJson({ ...sealed, signature })).toString("base64url");
  const lines = text.match(new RegExp(`.{1,${LINE}}`, "g")) ?? [];
  const comment = lines.map((line) => `%KONTAK-SEAL ${line}\n`).join("");
  return Buffer.concat([pdf, Buffer.from(`\n${comment}startxref\n${end[1]}\n%%EOF\n`)]);
}
