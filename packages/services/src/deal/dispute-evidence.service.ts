import type { Tx } from "@oto/db";
import { audit } from "@oto/db";
import { DomainError } from "@oto/domain";
import type { StaffContext } from "../context";
import { negotiationFile } from "../deal-log";
import type { DisputeDocumentInput, DisputeLogInput } from "./deal.input";
import type { DealDocumentUrlView, DealLogFileView } from "./deal.views";

const REASON = "the platform's staff judges disputes by what both sides have left behind";
const READ_WINDOW_S = 300;

/** Every look of the staff at what two galleries have left behind is written down. */
const noteLook = (
  ctx: StaffContext,
  tx: Tx,
  look: { disputeId: string; what: Record<string, string> },
): Promise<void> =>
  audit(tx, {
    action: "dispute.evidence",
    entityType: "dispute",
    entityId: look.disputeId,
    galleryId: null,
    actorId: ctx.identity.userId,
    after: look.what,
    ip: ctx.origin.ip,
    requestId: ctx.origin.requestId,
  });

/**
 * The signed log of the negotiation that a dispute is about, as a file that proves itself.
 * @throws DomainError `deal.not_found`
 */
export async function disputeLogFile(
  ctx: StaffContext,
  { disputeId, format }: DisputeLogInput,
): Promise<DealLogFileView> {
  const offerId = await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const row = await tx.dispute.findUnique({
      where: { id: disputeId },
      select: { deal: { select: { offerId: true } } },
    });
    if (!row) throw new DomainError("deal.not_found");
    await noteLook(ctx, tx, { disputeId, what: { log: format } });
    return row.deal.offerId;
  });
  return negotiationFile(ctx, { offerId, format });
}

/**
 * A link that reads one document of a disputed deal for a few minutes.
 * @throws DomainError `deal.not_found`, `deal.document_missing`
 */
export async function disputeDocumentUrl(
  ctx: StaffContext,
  { disputeId, documentId }: DisputeDocumentInput,
): Promise<DealDocumentUrlView> {
  const storageKey = await ctx.database.unsafeSystem(REASON).write(async (tx) => {
    const dispute = await tx.dispute.findUnique({
      where: { id: disputeId },
      select: { dealId: true },
    });
    if (!dispute) throw new DomainError("deal.not_found");
    const document = await tx.dealDocument.findFirst({
      where: { id: documentId, dealId: dispute.dealId, state: "READY" },
      select: { storageKey: true },
    });
    if (!document) throw new DomainError("deal.document_missing");
    await noteLook(ctx, tx, { disputeId, what: { documentId } });
    return document.storageKey;
  });
  return { url: await ctx.adapters.storage.signedUrl(storageKey, READ_WINDOW_S) };
}
