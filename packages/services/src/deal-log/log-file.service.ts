import type { DealLogBody, Locale } from "@oto/domain";
import type { DealerContext, Platform } from "../context";
import type { DealLogInput } from "../deal/deal.input";
import { dealPartyFor } from "../deal/deal.repo";
import type { DealLogFileView } from "../deal/deal.views";
import type { LogDocument } from "./log-document";
import { documentText, sealDocument } from "./log-document";
import { dealLogKeys, logSigner } from "./log-keys";
import { logPdf } from "./log-pdf";
import { sealPdf } from "./pdf-seal";

const REASON = "a log belongs to two galleries; the caller is proved to be one of them";

/** The log of a negotiation as a file that proves itself; whether the caller may have it is proved. */
export async function negotiationFile(
  ctx: Platform & { origin: { locale: Locale } },
  { format, offerId }: { offerId: string; format: DealLogInput["format"] },
): Promise<DealLogFileView> {
  const db = ctx.database.unsafeSystem(REASON);
  const rows = await db.read((tx) =>
    tx.dealLogEntry.findMany({
      where: { offerId },
      orderBy: { seq: "asc" },
      select: { body: true, hash: true, kid: true, signature: true },
    }),
  );
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
  if (format === "json") {
    return {
      fileName: `${name}.json`,
      contentType: "application/json",
      base64: Buffer.from(documentText(document)).toString("base64"),
    };
  }
  const keysUrl = new URL("/.well-known/deal-log-keys.json", ctx.env.OTO_PUBLIC_API_URL).href;
  const pdf = sealPdf(await logPdf(document, { locale: ctx.origin.locale, keysUrl }), signer);
  return {
    fileName: `${name}.pdf`,
    contentType: "application/pdf",
    base64: pdf.toString("base64"),
  };
}

/**
 * The whole log of a deal's negotiation as a file that proves itself, for either side.
 * @throws DomainError `deal.not_found`
 */
export async function dealLogFile(
  ctx: DealerContext,
  { dealId, format }: DealLogInput,
): Promise<DealLogFileView> {
  const { offerId } = await ctx.database
    .unsafeSystem(REASON)
    .read((tx) => dealPartyFor(tx, dealId, ctx.gallery.id));
  return negotiationFile(ctx, { offerId, format });
}
