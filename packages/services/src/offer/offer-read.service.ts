import type { Prisma, Tx } from "@oto/db";
import { DomainError } from "@oto/domain";
import { z } from "zod";
import type { DealerContext } from "../context";
import { decodeCursor, toPage } from "../paging";
import type { OfferIdInput, OfferListInput } from "./offer.input";
import type { RoundRow } from "./offer.presenter";
import { closeMessageOf, offerCard, offerView, roundView } from "./offer.presenter";
import type { OfferHistoryView, OfferListView, OfferView } from "./offer.views";
import type { OfferCardRow } from "./offer-cards.repo";
import { offerCardSelect, surroundingsOf } from "./offer-cards.repo";
import { movesOf } from "./offer-transition";

const roundSelect = {
  round: true,
  side: true,
  amount: true,
  currency: true,
  final: true,
  message: true,
  expiresAt: true,
  seenAt: true,
  createdAt: true,
} as const satisfies Prisma.OfferRoundSelect;

/** What stands around the caller's own rows. */
function around(ctx: DealerContext, rows: readonly OfferCardRow[]) {
  return surroundingsOf(ctx, {
    vehicleIds: rows.map(({ vehicleId }) => vehicleId),
    galleryIds: rows.flatMap((row) => [row.buyerGalleryId, row.sellerGalleryId]),
  });
}

async function loadOffer(tx: Tx, offerId: string): Promise<OfferCardRow> {
  const row = await tx.offer.findUnique({ where: { id: offerId }, select: offerCardSelect });
  if (!row) throw new DomainError("offer.not_found");
  return row;
}

/** Plain SQL, since looking at an offer must not move it to the top of the lists. */
async function markSeen(ctx: DealerContext, tx: Tx, row: OfferCardRow): Promise<void> {
  const moves = movesOf(row);
  const isBuyer = row.buyerGalleryId === ctx.gallery.id;
  const other = isBuyer ? "SELLER" : "BUYER";
  if (isBuyer) {
    await tx.$executeRaw`update offer set buyer_seen_round = ${moves}
      where id = ${row.id}::uuid and buyer_seen_round < ${moves}`;
  } else {
    await tx.$executeRaw`update offer set seller_seen_round = ${moves}
      where id = ${row.id}::uuid and seller_seen_round < ${moves}`;
  }
  await tx.$executeRaw`update offer_round set seen_at = ${ctx.now()}
    where offer_id = ${row.id}::uuid and round <= ${row.round} and seen_at is null
      and side::text = ${other}`;
}

async function readOffer(
  ctx: DealerContext,
  offerId: string,
): Promise<{ row: OfferCardRow; rounds: RoundRow[] }> {
  const loaded = await ctx.db.read(async (tx) => {
    const row = await loadOffer(tx, offerId);
    const rounds = await tx.offerRound.findMany({
      where: { offerId },
      orderBy: { round: "asc" },
      select: roundSelect,
    });
    return { row, rounds };
  });
  const { row } = loaded;
  const seen = row.buyerGalleryId === ctx.gallery.id ? row.buyerSeenRound : row.sellerSeenRound;
  if (seen < movesOf(row)) await ctx.db.write((tx) => markSeen(ctx, tx, row));
  return loaded;
}

/**
 * A negotiation with all its proposals; from now on the caller's gallery has seen it.
 * @throws DomainError `offer.not_found`
 */
export async function getOffer(ctx: DealerContext, input: OfferIdInput): Promise<OfferView> {
  const { row, rounds } = await readOffer(ctx, input.offerId);
  const card = offerCard(row, ctx.gallery.id, await around(ctx, [row]));
  return offerView({ ...card, unread: false }, row, { rounds, now: ctx.now() });
}

/**
 * The log of a negotiation, oldest first.
 * @throws DomainError `offer.not_found`
 */
export async function offerHistory(
  ctx: DealerContext,
  input: OfferIdInput,
): Promise<OfferHistoryView> {
  const { row, rounds } = await readOffer(ctx, input.offerId);
  const { side, closeReason } = offerCard(row, ctx.gallery.id, {
    covers: new Map(),
    provinces: new Map(),
  });
  const items: OfferHistoryView["items"] = rounds.map((round) => ({
    kind: "round",
    ...roundView(round, side),
  }));
  if (row.closedAt) {
    items.push({
      kind: "end",
      status: row.status,
      by: row.closedBy,
      reason: closeReason,
      message: closeMessageOf(row),
      at: row.closedAt.toISOString(),
    });
  }
  return { offerId: row.id, items };
}

const cursorTuple = z.tuple([z.iso.datetime(), z.uuid()]);

function listWhere(galleryId: string, input: OfferListInput): Prisma.OfferWhereInput {
  const { cursor, myTurn, side, status, vehicleId } = input;
  const after = decodeCursor(cursor, cursorTuple);
  const asBuyer = { buyerGalleryId: galleryId };
  const asSeller = { sellerGalleryId: galleryId };
  const sides = [
    ...(side === "SELLER" ? [] : [{ ...asBuyer, ...(myTurn ? { turn: "BUYER" as const } : {}) }]),
    ...(side === "BUYER" ? [] : [{ ...asSeller, ...(myTurn ? { turn: "SELLER" as const } : {}) }]),
  ];
  return {
    AND: [
      { OR: sides },
      ...(after
        ? [
            {
              OR: [{ updatedAt: { lt: after[0] } }, { updatedAt: after[0], id: { lt: after[1] } }],
            },
          ]
        : []),
    ],
    ...(status && status.length > 0 ? { status: { in: status } } : {}),
    ...(vehicleId ? { vehicleId } : {}),
  };
}

type Counts = OfferListView["counts"];

async function countOffers(tx: Tx, galleryId: string): Promise<Counts> {
  const [counts] = await tx.$queryRaw<Counts[]>`
    select (count(*) filter (where open and selling))::int as "incomingOpen",
      (count(*) filter (where open and not selling))::int as "outgoingOpen",
      (count(*) filter (where open and turn = case when selling then 'SELLER' else 'BUYER' end))::int
        as "myTurn",
      (count(*) filter (where seen < round + case when open then 0 else 1 end))::int as unread
    from (
      select status = 'OPEN' as open, turn::text as turn, round,
        seller_gallery_id = ${galleryId}::uuid as selling,
        case when seller_gallery_id = ${galleryId}::uuid then seller_seen_round
          else buyer_seen_round end as seen
      from offer
      where seller_gallery_id = ${galleryId}::uuid or buyer_gallery_id = ${galleryId}::uuid
    ) own`;
  return counts ?? { incomingOpen: 0, outgoingOpen: 0, myTurn: 0, unread: 0 };
}

/** Negotiations of the caller's gallery, the latest change first. */
export async function listOffers(
  ctx: DealerContext,
  input: OfferListInput,
): Promise<OfferListView> {
  const galleryId = ctx.gallery.id;
  const { rows, counts } = await ctx.db.read(
    async (tx) => ({
      rows: await tx.offer.findMany({
        where: listWhere(galleryId, input),
        orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
        take: input.limit + 1,
        select: offerCardSelect,
      }),
      counts: await countOffers(tx, galleryId),
    }),
    { intent: "list" },
  );
  const surroundings = await around(ctx, rows);
  const page = toPage(rows, input.limit, {
    item: (row) => offerCard(row, galleryId, surroundings),
    tuple: (row) => [row.updatedAt.toISOString(), row.id],
  });
  return { ...page, counts };
}
