import { z } from "zod";
import type { StaffContext } from "../context";
import type { Page } from "../paging";
import { decodeCursor, toPage } from "../paging";
import type { DisputeListInput } from "./deal.input";
import type { DisputeCard } from "./deal.views";

const REASON = "the platform's staff settles disputes of all galleries";
const cursorTuple = z.tuple([z.iso.datetime(), z.uuid()]);

/** Disputes over all galleries, newest first. */
export async function listDisputes(
  ctx: StaffContext,
  input: DisputeListInput,
): Promise<Page<DisputeCard>> {
  const after = decodeCursor(input.cursor, cursorTuple);
  const db = ctx.database.unsafeSystem(REASON);
  const { names, rows } = await db.read(
    async (tx) => {
      const found = await tx.dispute.findMany({
        where: {
          ...(input.open === undefined
            ? {}
            : { status: input.open ? "OPEN" : { in: ["SETTLED", "WITHDRAWN"] } }),
          ...(after
            ? {
                OR: [
                  { createdAt: { lt: after[0] } },
                  { createdAt: after[0], id: { lt: after[1] } },
                ],
              }
            : {}),
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: input.limit + 1,
        select: {
          id: true,
          dealId: true,
          reason: true,
          text: true,
          status: true,
          openedBy: true,
          buyerGalleryId: true,
          sellerGalleryId: true,
          outcome: true,
          faultSide: true,
          outcomeNote: true,
          createdAt: true,
          endedAt: true,
          deal: { select: { status: true } },
        },
      });
      const reservations = await tx.reservation.findMany({
        where: { id: { in: found.map(({ dealId }) => dealId) } },
        select: { id: true, status: true, buyerName: true, sellerName: true, vehicleTitle: true },
      });
      return { rows: found, names: new Map(reservations.map((row) => [row.id, row])) };
    },
    { intent: "list" },
  );
  return toPage(rows, input.limit, {
    item: (row) => {
      const around = names.get(row.dealId);
      return {
        disputeId: row.id,
        dealId: row.dealId,
        reason: row.reason,
        text: row.text,
        status: row.status,
        openedBy: row.openedBy,
        buyer: { galleryId: row.buyerGalleryId, name: around?.buyerName ?? "" },
        seller: { galleryId: row.sellerGalleryId, name: around?.sellerName ?? "" },
        vehicleTitle: around?.vehicleTitle ?? "",
        dealStatus: row.deal.status,
        cancellable: row.deal.status === "OPEN" && around?.status === "ACTIVE",
        outcome: row.outcome,
        faultSide: row.faultSide,
        outcomeNote: row.outcomeNote,
        createdAt: row.createdAt.toISOString(),
        endedAt: row.endedAt?.toISOString() ?? null,
      };
    },
    tuple: (row) => [row.createdAt.toISOString(), row.id],
  });
}
