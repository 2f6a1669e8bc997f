import { OFFER_LANES } from "@oto/domain";
import { z } from "zod";
import type { DealerContext } from "../context";
import { toMoney } from "../money-view";
import type { Page } from "../paging";
import { decodeCursor, encodeCursor } from "../paging";
import type {
  OfferBoardInput,
  OfferByVehicleInput,
  OfferFacetsInput,
  OfferListInput,
  OfferRunningInput,
} from "./offer.input";
import { offerCard } from "./offer.presenter";
import type {
  OfferBoardView,
  OfferCard,
  OfferFacetsView,
  OfferListView,
  RunningOfferView,
  VehicleOffersView,
} from "./offer.views";
import { around, loadCards, surroundingsOf } from "./offer-cards.repo";
import type { OfferCounts, OfferPlace, OfferViewer, VehicleOffersRow } from "./offer-filter.repo";
import {
  countOffers,
  findFacets,
  findLanes,
  findOfferedVehicles,
  findOffers,
  findRunning,
} from "./offer-filter.repo";

const FACETS = 100;
const LIST = { intent: "list" } as const;

const instant = z.iso.datetime().refine((text) => Date.parse(text) > 0);
const instantTuple = z.tuple([instant, z.uuid()]);
const amountTuple = z.tuple([z.string().regex(/^\d{1,15}$/), z.uuid()]);

const viewerOf = (ctx: DealerContext): OfferViewer => ({
  galleryId: ctx.gallery.id,
  now: ctx.now(),
});

/** Cuts what was read with one more than asked for. */
function cut<Row extends { position: string }>(
  rows: readonly Row[],
  limit: number,
  idOf: (row: Row) => string,
): { shown: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { shown, nextCursor: more ? encodeCursor([last.position, idOf(last)]) : null };
}

/** The cards of these negotiations, in their order. */
async function cardsOf(
  ctx: DealerContext,
  viewer: OfferViewer,
  loaded: Awaited<ReturnType<typeof loadCards>>,
): Promise<OfferCard[]> {
  const { proposals, rows } = loaded;
  const surroundings = { ...(await around(ctx, rows)), proposals };
  return rows.map((row) => offerCard(row, viewer, surroundings));
}

/** Negotiations of the caller's gallery, the latest change first unless asked otherwise. */
export async function listOffers(
  ctx: DealerContext,
  input: OfferListInput,
): Promise<OfferListView> {
  const viewer = viewerOf(ctx);
  const { cursor, limit, sort = "updated", ...filters } = input;
  const after = decodeCursor(cursor, sort === "amount" ? amountTuple : instantTuple);
  const { counts, loaded, nextCursor } = await ctx.db.read(async (tx) => {
    const places = await findOffers(tx, viewer, { filters, sort, after, limit });
    const { shown, nextCursor } = cut(places, limit, ({ id }) => id);
    const loaded = await loadCards(
      tx,
      shown.map(({ id }) => id),
    );
    return { loaded, nextCursor, counts: await countOffers(tx, viewer) };
  }, LIST);
  return { items: await cardsOf(ctx, viewer, loaded), nextCursor, counts };
}

/** Every lane with its most urgent negotiations. */
export async function offerBoard(
  ctx: DealerContext,
  input: OfferBoardInput,
): Promise<OfferBoardView> {
  const viewer = viewerOf(ctx);
  const { perLane, ...filters } = input;
  const { counts, loaded, placed } = await ctx.db.read(async (tx) => {
    const placed = await findLanes(tx, viewer, { filters, perLane });
    const loaded = await loadCards(
      tx,
      placed.map(({ id }) => id),
    );
    return { placed, loaded, counts: await countOffers(tx, viewer) };
  }, LIST);
  const cards = new Map(
    (await cardsOf(ctx, viewer, loaded)).map((card) => [card.offerId, card] as const),
  );
  const lanes = OFFER_LANES.map((lane) => {
    const places = placed.filter((place) => place.lane === lane);
    const items = places.flatMap(({ id }) => cards.get(id) ?? []);
    return { lane, total: places[0]?.total ?? 0, items };
  });
  return { lanes, counts };
}

/** How many negotiations wait for the caller's gallery. */
export function offerCounts(ctx: DealerContext): Promise<OfferCounts> {
  return ctx.db.read((tx) => countOffers(tx, viewerOf(ctx)), LIST);
}

function vehicleOffersView(
  row: VehicleOffersRow,
  covers: Awaited<ReturnType<typeof surroundingsOf>>["covers"],
): VehicleOffersView {
  const { currency, highestAmount, myTurn, nextExpiresAt, open, title, total, unread } = row;
  return {
    vehicle: {
      vehicleId: row.vehicleId,
      title,
      cover: covers.get(row.vehicleId) ?? null,
      askingPrice: toMoney(row.askingAmount, currency),
    },
    ...{ total, open, myTurn, unread },
    highest: highestAmount === null ? null : toMoney(highestAmount, currency),
    nextExpiresAt: nextExpiresAt?.toISOString() ?? null,
  };
}

/** The vehicles that are negotiated over, each with how it stands; the latest change first. */
export async function offersByVehicle(
  ctx: DealerContext,
  input: OfferByVehicleInput,
): Promise<Page<VehicleOffersView>> {
  const viewer = viewerOf(ctx);
  const { cursor, limit, ...filters } = input;
  const after = decodeCursor(cursor, instantTuple);
  const rows = await ctx.db.read(
    (tx) => findOfferedVehicles(tx, viewer, { filters, after, limit }),
    LIST,
  );
  const { shown, nextCursor } = cut(rows, limit, ({ vehicleId }) => vehicleId);
  const vehicleIds = shown.map(({ vehicleId }) => vehicleId);
  const { covers } = await surroundingsOf(ctx, { vehicleIds, galleryIds: [] });
  return { items: shown.map((row) => vehicleOffersView(row, covers)), nextCursor };
}

/** Vehicles and counterparts that filters can be set to. */
export function offerFacets(ctx: DealerContext, input: OfferFacetsInput): Promise<OfferFacetsView> {
  const { side } = input;
  return ctx.db.read((tx) => findFacets(tx, viewerOf(ctx), { side, limit: FACETS }), LIST);
}

/** Everything that the gallery is buying or bidding on, the soonest clock first. */
export async function runningOffers(
  ctx: DealerContext,
  input: OfferRunningInput,
): Promise<Page<RunningOfferView>> {
  const viewer = viewerOf(ctx);
  const { cursor, limit } = input;
  const after = decodeCursor(cursor, instantTuple);
  const { loaded, nextCursor, shown } = await ctx.db.read(async (tx) => {
    const found = await findRunning(tx, viewer, { after, limit });
    const cutOff = cut<OfferPlace>(found, limit, ({ id }) => id);
    const loaded = await loadCards(
      tx,
      cutOff.shown.map(({ id }) => id),
    );
    return { ...cutOff, loaded };
  }, LIST);
  const clocks = new Map(shown.map(({ id, position }) => [id, position]));
  const cards = await cardsOf(ctx, viewer, loaded);
  const items = cards.map((card) => {
    const clock = clocks.get(card.offerId) ?? card.expiresAt;
    return { ...card, runsUntil: new Date(clock).toISOString() };
  });
  return { items, nextCursor };
}
