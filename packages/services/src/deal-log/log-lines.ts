import type { Tx } from "@oto/db";
import type { DealLogBody, DealLogKind, Locale, Side } from "@oto/domain";
import { DOCUMENT_TEXTS } from "./document-texts";
import { entryLines } from "./entry-lines";

/** An entry of a signed log as people read it. */
export interface LogLine {
  seq: number;
  kind: DealLogKind;
  title: string;
  /** Null for the platform. */
  side: Side | null;
  lines: string[];
  at: string;
}

/** The log of a negotiation in a reader's language; whoever asks has proved that they may. */
export async function negotiationLines(
  tx: Tx,
  offerId: string,
  locale: Locale,
): Promise<LogLine[]> {
  const rows = await tx.dealLogEntry.findMany({
    where: { offerId },
    orderBy: { seq: "asc" },
    select: { body: true },
  });
  return rows.map((row) => {
    const body = JSON.parse(row.body) as DealLogBody;
    return {
      seq: body.seq,
      kind: body.kind,
      title: DOCUMENT_TEXTS[locale].kinds[body.kind],
      side: body.by.side,
      lines: entryLines(body, locale),
      at: body.at,
    };
  });
}
