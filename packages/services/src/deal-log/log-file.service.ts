import type { DealLogBody } from "@oto/domain";
import type { DealerContext } from "../context";
import type { DealLogInput } from "../deal/deal.input";
import { dealPartyFor } from "../deal/deal.repo";
import type { DealLogFileView } from "../deal/deal.views";
import type { LogDocument } from "./log-document";
import { documentText, sealDocument } from "./log-document";
import { dealLogKeys, logSigner } from "./log-keys";
import { logPdf } from "./log-pdf";
import { sealPdf } from "./pdf-seal";

const REASON = "a log belongs to two galleries; the caller is proved to be one of them";

/**
 * The whole log of a deal's negotiation as a file that proves itself, for either side.
 * @throws DomainError `deal.not_found`
 */
export async function dealLogFile(
  ctx: DealerContext,
  input: DealLogInput,
): Promise<DealLogFileView> {
  const db = ctx.database.unsafeSystem(REASON);
  const { offerId, rows } = await db.read(async (tx) => {
    const party = await dealPartyFor(tx, input.dealId, ctx.gallery.id);
    const entries = await tx.dealLogEntry.findMany({
      where: { offerId: party.offerId },
      orderBy: { seq: "asc" },
      select: { body: true, hash: true, kid: true, signature: true },
    });
    return { offerId: party.offerId, rows: entries };
  });
  const signer = await db.write((tx) => logSigner(ctx, tx));
  const kids = [...new Set([...rows.map(({ kid }) => kid), signer.kid])];
  const { keys } = await dealLogKeys(ctx, kids);
  const document: LogDocument = sealDocument(
    {
      negotiation: offerId,
      issuedAt: ctx.now().toISOString(),
      entries: rows.map(({ body, ...proven }) => ({
        body: JSON.parse(body) as DealLogBody,
        ...proven,
      })),
      keys,
    },
    signer,
  );
  const name = `kontak-${offerId}`;
  if (input.format === "json") {
    return {
      fileName: `${name}.json`,
      contentType: "application/json",
      base64: Buffer.from(documentText(document)).toString("base64"),
    };
  }
  const pdf = sealPdf(await logPdf(document, ctx.origin.locale), signer);
  return {
    fileName: `${name}.pdf`,
    contentType: "application/pdf",
    base64: pdf.toString("base64"),
  };
}
