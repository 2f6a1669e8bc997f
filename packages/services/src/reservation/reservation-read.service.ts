import type { Prisma } from "@oto/db";
import type { Side } from "@oto/domain";
import {
  DomainError,
  isReservationDue,
  otherSide,
  RESERVATION_MAX_DAYS,
  reservationCancelCodeField,
  sideOf,
} from "@oto/domain";
import { z } from "zod";
import type { DealerContext } from "../context";
import { toMoney } from "../money-view";
import type { Surroundings } from "../offer/offer-cards.repo";
import { provinceView, surroundingsOf } from "../offer/offer-cards.repo";
import type { Page } from "../paging";
import { decodeCursor, toPage } from "../paging";
import type { ReservationIdInput, ReservationListInput } from "./reservation.input";
import type { ReservationCardRow } from "./reservation.repo";
import { contactOf, reservationCardSelect } from "./reservation.repo";
import type { ReservationActionName, ReservationCard, ReservationView } from "./reservation.views";

const REASON = "each side sees the other's contacts";
const DAY_MS = 86_400_000;

function around(ctx: DealerContext, rows: readonly ReservationCardRow[]): Promise<Surroundings> {
  return surroundingsOf(ctx, {
    vehicleIds: rows.map(({ vehicleId }) => vehicleId),
    galleryIds: rows.flatMap((row) => [row.buyerGalleryId, row.sellerGalleryId]),
  });
}

function extensionView(row: ReservationCardRow, side: Side): ReservationCard["extension"] {
  const { extensionRequestedBy: by, extensionUntil: until } = row;
  return by && until ? { by, mine: by === side, until: until.toISOString() } : null;
}

function cardOf(
  row: ReservationCardRow,
  galleryId: string,
  { covers, provinces }: Surroundings,
): ReservationCard {
  const side = sideOf(row, galleryId) ?? "BUYER";
  const other = otherSide(side);
  const otherId = other === "BUYER" ? row.buyerGalleryId : row.sellerGalleryId;
  return {
    reservationId: row.id,
    offerId: row.offerId,
    side,
    status: row.status,
    amount: toMoney(row.amount, row.currency),
    counterpart: {
      galleryId: otherId,
      name: other === "BUYER" ? row.buyerName : row.sellerName,
      province: provinces.get(otherId) ?? provinceView(0),
    },
    vehicle: {
      vehicleId: row.vehicleId,
      title: row.vehicleTitle,
      cover: covers.get(row.vehicleId) ?? null,
    },
    expiresAt: row.expiresAt.toISOString(),
    held: row.heldAt !== null,
    extension: extensionView(row, side),
    closedBy: row.closedBy,
    closeReason: row.closeReason,
    cancelCode: reservationCancelCodeField.safeParse(row.cancelCode).data ?? null,
    countsAgainst: row.countsAgainst,
    closedAt: row.closedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function actionsOf(card: ReservationCard, latestEnd: string, now: Date): ReservationActionName[] {
  if (card.status !== "ACTIVE" || isReservationDue(card, now)) return [];
  const actions: ReservationActionName[] = ["complete", "cancel"];
  if (card.extension && !card.extension.mine) actions.push("agreeExtension", "declineExtension");
  else if (card.expiresAt < latestEnd) actions.push("requestExtension");
  return actions;
}

/**
 * A reservation of the caller's gallery, with the other side's contacts.
 * @throws DomainError `reservation.not_found`
 */
export async function getReservation(
  ctx: DealerContext,
  input: ReservationIdInput,
): Promise<ReservationView> {
  const row = await ctx.db.read((tx) =>
    tx.reservation.findUnique({
      where: { id: input.reservationId },
      select: reservationCardSelect,
    }),
  );
  if (!row) throw new DomainError("reservation.not_found");
  const card = cardOf(row, ctx.gallery.id, await around(ctx, [row]));
  const contact = await ctx.database
    .unsafeSystem(REASON)
    .read((tx) => contactOf(tx, card.counterpart.galleryId));
  const latest = row.createdAt.getTime() + RESERVATION_MAX_DAYS * DAY_MS;
  const latestEnd = new Date(latest).toISOString();
  return { ...card, contact, latestEnd, actions: actionsOf(card, latestEnd, ctx.now()) };
}

/** Cards of the caller's reservations by their ids; those of others are not among them. */
export async function reservationCardsOf(
  ctx: DealerContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReservationCard>> {
  const rows = await ctx.db.read(
    (tx) =>
      tx.reservation.findMany({
        where: { id: { in: [...ids] } },
        select: reservationCardSelect,
      }),
    { intent: "list" },
  );
  const surroundings = await around(ctx, rows);
  return new Map(rows.map((row) => [row.id, cardOf(row, ctx.gallery.id, surroundings)]));
}

const cursorTuple = z.tuple([z.iso.datetime(), z.uuid()]);

function listWhere(galleryId: string, input: ReservationListInput): Prisma.ReservationWhereInput {
  const { cursor, side, status } = input;
  const after = decodeCursor(cursor, cursorTuple);
  const before: Prisma.ReservationWhereInput[] = after
    ? [{ OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }] }]
    : [];
  return {
    AND: before,
    ...(side === "BUYER" ? { buyerGalleryId: galleryId } : {}),
    ...(side === "SELLER" ? { sellerGalleryId: galleryId } : {}),
    ...(status && status.length > 0 ? { status: { in: status } } : {}),
  };
}

/** Reservations of the caller's gallery, newest first. */
export async function listReservations(
  ctx: DealerContext,
  input: ReservationListInput,
): Promise<Page<ReservationCard>> {
  const galleryId = ctx.gallery.id;
  const rows = await ctx.db.read(
    (tx) =>
      tx.reservation.findMany({
        where: listWhere(galleryId, input),
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: input.limit + 1,
        select: reservationCardSelect,
      }),
    { intent: "list" },
  );
  const surroundings = await around(ctx, rows);
  return toPage(rows, input.limit, {
    item: (row) => cardOf(row, galleryId, surroundings),
    tuple: (row) => [row.createdAt.toISOString(), row.id],
  });
}
