import type { DealLogBody, LogValue } from "@oto/domain";
import { canonicalJson } from "@oto/domain";
import { hashOf, signHash } from "./append-log";
import type { LogPublicKey, LogSigner } from "./log-keys";

/** Names the form of the file, so that a later form can be told from it. */
const DOCUMENT_FORMAT = "kontak.deal-document.v1";

/** An entry with what proves it. */
interface ProvenEntry {
  body: DealLogBody;
  hash: string;
  kid: string;
  signature: string;
}

/** The log of a negotiation as a file that proves itself. */
export interface LogDocument {
  format: typeof DOCUMENT_FORMAT;
  negotiation: string;
  /** ISO-8601 */
  issuedAt: string;
  entries: ProvenEntry[];
  /** Public halves of all keys that signed anything in here; the platform publishes the same. */
  keys: LogPublicKey[];
  /** Covers everything above: how many entries there are, and in which order. */
  seal: { kid: string; hash: string; signature: string };
}

/** Seals a document: its hash is of the canonical JSON of everything but the seal. */
export function sealDocument(
  document: Omit<LogDocument, "seal" | "format">,
  signer: LogSigner,
): LogDocument {
  const sealed = { format: DOCUMENT_FORMAT, ...document } as const;
  // cast: made of entries, keys and texts, all of them plain JSON.
  const hash = hashOf(canonicalJson(sealed as unknown as LogValue));
  return { ...sealed, seal: { kid: signer.kid, hash, signature: signHash(signer, hash) } };
}

/** The one text of a document: whoever reads it can tell a changed byte from the form it must have. */
export function documentText(document: LogDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
