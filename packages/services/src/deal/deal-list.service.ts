import type { Prisma } from "@oto/db";
import type { Side } from "@oto/domain";
import { DEAL_STEPS, ratingAction, sideOf } from "@oto/domain";
import { z } from "zod";
import type { DealerContext } from "../context";
import { decodeCursor, encodeCursor } from "../paging";
import type { ReservationCard } from "../reservation/reservation.views";
import { reservationCardsOf } from "../reservation/reservation-read.service";
import type { DealListInput } from "./deal.input";
import { stepStates } from "./deal.repo";
import type { DealCard, DealListView } from "./deal.views";
import { ratingScene } from "./deal-rating.service";

const REASON = "whether the caller has rated stands where ratings are hidden from the other side";
const cursorTuple = z.tuple([z.iso.datetime(), z.uuid()]);

const cardSelect = {
  id: true,
  buyerGalleryId: true,
  sellerGalleryId: true,
  status: true,
  buyerConfirmedAt: true,
  sellerConfirmedAt: true,
  disputedAt: true,
  disputeEndedAt: true,
  completedAt: true,
  createdAt: true,
  steps: { select: { kind: true, state: true, scheduledFor: true } },
} as const satisfies Prisma.DealSelect;

type CardRow = Prisma.DealGetPayload<{ select: typeof cardSelect }>;
type Given = { dealId: string; side: Side; createdAt: Date };

function listWhere(galleryId: string, input: DealListInput): Prisma.DealWhereInput {
  const after = decodeCursor(input.cursor, cursorTuple);
  return {
    AND: after
      ? [{ OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }] }]
      : [],
    status: input.stage === "running" ? "OPEN" : { not: "OPEN" },
    ...(input.side === "BUYER" ? { buyerGalleryId: galleryId } : {}),
    ...(input.side === "SELLER" ? { sellerGalleryId: galleryId } : {}),
  };
}

function nextAppointment(row: CardRow): DealCard["nextAppointment"] {
  const [next] = row.steps
    .flatMap(({ kind, scheduledFor, state }) =>
      state === "SCHEDULED" && scheduledFor ? [{ step: kind, at: scheduledFor.toISOString() }] : [],
    )
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return next ?? null;
}

function cardOf(
  row: CardRow,
  reservation: ReservationCard,
  scene: { galleryId: string; given: readonly Given[]; now: Date },
): DealCard {
  const side = sideOf(row, scene.galleryId) ?? "BUYER";
  const [mine, theirs] =
    side === "BUYER"
      ? [row.buyerConfirmedAt, row.sellerConfirmedAt]
      : [row.sellerConfirmedAt, row.buyerConfirmedAt];
  const states = stepStates(row.steps);
  const ratings = scene.given.filter(({ dealId }) => dealId === row.id);
  return {
    ...reservation,
    dealId: row.id,
    dealStatus: row.status,
    steps: DEAL_STEPS.map((step) => ({ step, state: states[step] })),
    confirmedByMe: mine !== null,
    confirmedByThem: theirs !== null,
    disputed: row.disputedAt !== null,
    nextAppointment: nextAppointment(row),
    canRate: ratingAction(ratingScene(row, ratings), side, scene.now) === "rate",
  };
}

/** Deals of the caller's gallery on either side, newest first. */
export async function listDeals(ctx: DealerContext, input: DealListInput): Promise<DealListView> {
  const galleryId = ctx.gallery.id;
  const rows = await ctx.db.read(
    (tx) =>
      tx.deal.findMany({
        where: listWhere(galleryId, input),
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: input.limit + 1,
        select: cardSelect,
      }),
    { intent: "list" },
  );
  const shown = rows.slice(0, input.limit);
  const ids = shown.map(({ id }) => id);
  const [cards, given] = await Promise.all([
    reservationCardsOf(ctx, ids),
    ctx.database.unsafeSystem(REASON).read(
      (tx) =>
        tx.dealRating.findMany({
          where: { dealId: { in: ids } },
          select: { dealId: true, side: true, createdAt: true },
        }),
      { intent: "list" },
    ),
  ]);
  const last = shown.at(-1);
  const more = rows.length > input.limit && last;
  return {
    items: shown.flatMap((row) => {
      const reservation = cards.get(row.id);
      return reservation ? cardOf(row, reservation, { galleryId, given, now: ctx.now() }) : [];
    }),
    nextCursor: more ? encodeCursor([last.createdAt.toISOString(), last.id]) : null,
  };
}
