import type { Prisma, Tx } from "@oto/db";
import { DomainError } from "@oto/domain";
import { z } from "zod";
import type { StaffContext } from "../context";
import type { LogLine } from "../deal-log";
import { negotiationLines } from "../deal-log";
import type { Page } from "../paging";
import { decodeCursor, toPage } from "../paging";
import type { DisputeIdInput, DisputeListInput } from "./deal.input";
import type { DisputeCard, DisputeView } from "./deal.views";

const REASON = "the platform's staff settles disputes of all galleries";
const cursorTuple = z.tuple([z.iso.datetime(), z.uuid()]);

const cardSelect = {
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
  deal: { select: { status: true, offerId: true } },
} as const satisfies Prisma.DisputeSelect;

type DisputeRow = Prisma.DisputeGetPayload<{ select: typeof cardSelect }>;

/** What stands around disputes: the reservations that they are about. */
const reservationsOf = (tx: Tx, rows: readonly DisputeRow[]) =>
  tx.reservation.findMany({
    where: { id: { in: rows.map(({ dealId }) => dealId) } },
    select: {
      id: true,
      status: true,
      buyerName: true,
      sellerName: true,
      vehicleTitle: true,
      amount: true,
      currency: true,
    },
  });
type Around = Awaited<ReturnType<typeof reservationsOf>>[number];

function cardOf(row: DisputeRow, around: Around | undefined): DisputeCard {
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
    price: around ? { amount: Number(around.amount), currency: around.currency } : null,
    dealStatus: row.deal.status,
    cancellable: row.deal.status === "OPEN" && around?.status === "ACTIVE",
    outcome: row.outcome,
    faultSide: row.faultSide,
    outcomeNote: row.outcomeNote,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}

function filterOf({ cursor, open }: DisputeListInput): Prisma.DisputeWhereInput {
  const after = decodeCursor(cursor, cursorTuple);
  return {
    ...(open === undefined ? {} : { status: open ? "OPEN" : { in: ["SETTLED", "WITHDRAWN"] } }),
    ...(after
      ? { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }] }
      : {}),
  };
}

/** Disputes over all galleries, newest first. */
export async function listDisputes(
  ctx: StaffContext,
  input: DisputeListInput,
): Promise<Page<DisputeCard> & { openCount: number }> {
  const db = ctx.database.unsafeSystem(REASON);
  const { around, openCount, rows } = await db.read(
    async (tx) => {
      const found = await tx.dispute.findMany({
        where: filterOf(input),
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: input.limit + 1,
        select: cardSelect,
      });
      const reservations = await reservationsOf(tx, found);
      return {
        rows: found,
        around: new Map(reservations.map((row) => [row.id, row])),
        openCount: await tx.dispute.count({ where: { status: "OPEN" } }),
      };
    },
    { intent: "list" },
  );
  const page = toPage(rows, input.limit, {
    item: (row) => cardOf(row, around.get(row.dealId)),
    tuple: (row) => [row.createdAt.toISOString(), row.id],
  });
  return { ...page, openCount };
}

/**
 * One dispute with what it is judged by: the negotiation's signed log in the reader's words, the
 * deal's documents, and the support case in which both sides talk.
 * @throws DomainError `deal.not_found`
 */
export async function getDispute(ctx: StaffContext, input: DisputeIdInput): Promise<DisputeView> {
  return ctx.database.unsafeSystem(REASON).read(async (tx) => {
    const row = await tx.dispute.findUnique({
      where: { id: input.disputeId },
      select: cardSelect,
    });
    if (!row) throw new DomainError("deal.not_found");
    const [around] = await reservationsOf(tx, [row]);
    const log: LogLine[] = await negotiationLines(tx, row.deal.offerId, ctx.origin.locale);
    const documents = await tx.dealDocument.findMany({
      where: { dealId: row.dealId, state: { not: "PENDING" } },
      orderBy: { createdAt: "asc" },
      select: {
        id: true,
        step: true,
        side: true,
        state: true,
        fileName: true,
        size: true,
        createdAt: true,
      },
    });
    const supportCase = await tx.supportCase.findUnique({
      where: { causeKey: `dispute:${row.id}` },
      select: { id: true, number: true, aboutRoomId: true },
    });
    return {
      ...cardOf(row, around),
      log,
      documents: documents.map(({ createdAt, id, state, ...document }) => ({
        documentId: id,
        ...document,
        removed: state === "REMOVED",
        createdAt: createdAt.toISOString(),
      })),
      supportCase: supportCase && {
        caseId: supportCase.id,
        number: supportCase.number,
        hasRoom: supportCase.aboutRoomId !== null,
      },
    };
  });
}
