import type { Tx } from "@oto/db";
import { Prisma } from "@oto/db";
import type { Currency, OfferLane } from "@oto/domain";
import { OFFER_SOON_MINUTES } from "@oto/domain";
import { containing, foldedColumn, foldedWords } from "../folded-text";
import type { OfferFilters } from "./offer.input";

/** Who looks, and when. */
export interface OfferViewer {
  galleryId: string;
  now: Date;
}

/** Ended negotiations stay on the board for so long; lists have all of them. */
const BOARD_DAYS = 30;
const DAY_MS = 86_400_000;

const selling = ({ galleryId }: OfferViewer) =>
  Prisma.sql`(o.seller_gallery_id = ${galleryId}::uuid)`;
const mySide = (viewer: OfferViewer) =>
  Prisma.sql`case when ${selling(viewer)} then 'SELLER' else 'BUYER' end`;
const unread = (viewer: OfferViewer) =>
  Prisma.sql`(case when ${selling(viewer)} then o.seller_seen_round else o.buyer_seen_round end
    < o.round + case when o.status = 'OPEN' then 0 else 1 end)`;
const myTurn = (viewer: OfferViewer) => Prisma.sql`(o.turn::text = ${mySide(viewer)})`;

const soonBefore = ({ now }: OfferViewer) => new Date(now.getTime() + OFFER_SOON_MINUTES * 60_000);

/** The domain's `offerLane`, for the database. */
const lane = (viewer: OfferViewer) => Prisma.sql`(case
  when o.status = 'ACCEPTED' then 'AGREED'
  when o.status <> 'OPEN' then 'ENDED'
  when o.expires_at <= ${soonBefore(viewer)} then 'SOON'
  when ${myTurn(viewer)} then 'MINE'
  else 'THEIRS' end)`;

function sideOf({ galleryId }: OfferViewer, side: OfferFilters["side"]): Prisma.Sql {
  const asBuyer = Prisma.sql`o.buyer_gallery_id = ${galleryId}::uuid`;
  const asSeller = Prisma.sql`o.seller_gallery_id = ${galleryId}::uuid`;
  if (side === "BUYER") return asBuyer;
  return side === "SELLER" ? asSeller : Prisma.sql`(${asBuyer} or ${asSeller})`;
}

function matches(viewer: OfferViewer, q: string): Prisma.Sql[] {
  const counterpart = Prisma.sql`case when ${selling(viewer)} then o.buyer_name
    else o.seller_name end`;
  return foldedWords(q).map(
    (word) => Prisma.sql`(${foldedColumn(Prisma.sql`o.vehicle_title`)} like ${containing(word)}
      or ${foldedColumn(counterpart)} like ${containing(word)})`,
  );
}

const all = (parts: readonly Prisma.Sql[]) => Prisma.join([...parts], " and ");

function conditions(viewer: OfferViewer, filters: OfferFilters): Prisma.Sql[] {
  const { counterpartId, maxPercent, minPercent, q, status, vehicleId } = filters;
  const share = (percent: number) => Prisma.sql`o.asking_amount * ${percent}`;
  return [
    sideOf(viewer, filters.side),
    ...(vehicleId ? [Prisma.sql`o.vehicle_id = ${vehicleId}::uuid`] : []),
    ...(counterpartId
      ? [Prisma.sql`${counterpartId}::uuid in (o.buyer_gallery_id, o.seller_gallery_id)`]
      : []),
    ...(q ? matches(viewer, q) : []),
    ...(minPercent ? [Prisma.sql`o.amount * 100 >= ${share(minPercent)}`] : []),
    ...(maxPercent ? [Prisma.sql`o.amount * 100 <= ${share(maxPercent)}`] : []),
    ...(status?.length ? [Prisma.sql`o.status::text in (${Prisma.join(status)})`] : []),
    ...(filters.lane ? [Prisma.sql`${lane(viewer)} = ${filters.lane}`] : []),
    ...(filters.myTurn ? [myTurn(viewer)] : []),
    ...(filters.unread ? [unread(viewer)] : []),
  ];
}

/** Position of a negotiation in a list. */
export interface OfferPlace {
  id: string;
  /** ISO instant or whole number that it is sorted by. */
  position: string;
}

const SORTS = {
  updated: { column: Prisma.sql`o.updated_at`, cast: Prisma.raw("timestamptz"), descending: true },
  ending: { column: Prisma.sql`o.expires_at`, cast: Prisma.raw("timestamptz"), descending: false },
  amount: { column: Prisma.sql`o.amount`, cast: Prisma.raw("bigint"), descending: true },
} as const;

const INSTANT = Prisma.raw(`'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`);

/** One more than asked for, when there is one; `after` is the last place of the page before. */
export async function findOffers(
  tx: Tx,
  viewer: OfferViewer,
  asked: {
    filters: OfferFilters;
    sort: keyof typeof SORTS;
    after: readonly [string, string] | null;
    limit: number;
  },
): Promise<OfferPlace[]> {
  const { column, cast, descending } = SORTS[asked.sort];
  const direction = Prisma.raw(descending ? "desc" : "asc");
  const beyond = Prisma.raw(descending ? "<" : ">");
  const where = conditions(viewer, asked.filters);
  const { after } = asked;
  if (after) {
    where.push(
      Prisma.sql`(${column}, o.id) ${beyond} (${after[0]}::text::${cast}, ${after[1]}::uuid)`,
    );
  }
  const position =
    asked.sort === "amount"
      ? Prisma.sql`o.amount::text`
      : Prisma.sql`to_char(${column} at time zone 'UTC', ${INSTANT})`;
  return tx.$queryRaw`
    select o.id, ${position} as position from offer o where ${all(where)}
    order by ${column} ${direction}, o.id ${direction} limit ${asked.limit + 1}`;
}

/** The first cards of every lane, the most urgent first, with how many the lane has. */
export async function findLanes(
  tx: Tx,
  viewer: OfferViewer,
  asked: { filters: OfferFilters; perLane: number },
): Promise<{ id: string; lane: OfferLane; total: number }[]> {
  const since = new Date(viewer.now.getTime() - BOARD_DAYS * DAY_MS);
  const where = [
    ...conditions(viewer, asked.filters),
    Prisma.sql`(o.status = 'OPEN' or o.closed_at > ${since})`,
  ];
  return tx.$queryRaw`
    select id, lane, total from (
      select own.id, own.lane, count(*) over (partition by own.lane)::int as total,
        row_number() over (partition by own.lane
          order by own.clock nulls last, own.updated_at desc, own.id desc)::int as place
      from (
        select o.id, o.updated_at, ${lane(viewer)} as lane,
          case when o.status = 'OPEN' then o.expires_at end as clock
        from offer o where ${all(where)}
      ) own
    ) placed
    where place <= ${asked.perLane} order by lane, place`;
}

/** What waits in one direction. */
interface Waiting {
  /** For the caller's gallery. */
  myTurn: number;
  unread: number;
  /** Open ones whose clock ends within the hour. */
  endingSoon: number;
}

/** How many negotiations wait, in both directions together and in each. */
export interface OfferCounts extends Waiting {
  incomingOpen: number;
  outgoingOpen: number;
  incoming: Waiting;
  outgoing: Waiting;
}

export async function countOffers(tx: Tx, viewer: OfferViewer): Promise<OfferCounts> {
  const rows = await tx.$queryRaw<(Waiting & { selling: boolean; open: number })[]>`
    select ${selling(viewer)} as selling,
      (count(*) filter (where o.status = 'OPEN'))::int as open,
      (count(*) filter (where o.status = 'OPEN' and ${myTurn(viewer)}))::int as "myTurn",
      (count(*) filter (where ${unread(viewer)}))::int as unread,
      (count(*) filter (where o.status = 'OPEN'
        and o.expires_at <= ${soonBefore(viewer)}))::int as "endingSoon"
    from offer o where ${sideOf(viewer, undefined)} group by 1`;
  const of = (direction: boolean) => {
    const row = rows.find((each) => each.selling === direction);
    const { endingSoon = 0, myTurn = 0, open = 0, unread = 0 } = row ?? {};
    return { open, waiting: { myTurn, unread, endingSoon } };
  };
  const [incoming, outgoing] = [of(true), of(false)];
  const sum = (key: keyof Waiting) => incoming.waiting[key] + outgoing.waiting[key];
  return {
    incomingOpen: incoming.open,
    outgoingOpen: outgoing.open,
    ...{ myTurn: sum("myTurn"), unread: sum("unread"), endingSoon: sum("endingSoon") },
    incoming: incoming.waiting,
    outgoing: outgoing.waiting,
  };
}

/** The negotiations over one vehicle, summed up. */
export interface VehicleOffersRow {
  vehicleId: string;
  title: string;
  currency: Currency;
  askingAmount: bigint;
  total: number;
  open: number;
  myTurn: number;
  unread: number;
  /** Highest latest amount of the open ones in that currency. */
  highestAmount: bigint | null;
  nextExpiresAt: Date | null;
  position: string;
}

/**
 * One vehicle more than asked for, when there is one; the latest change first. A vehicle's currency
 * may change between two negotiations: the latest open one says in which it is summed up, and amounts
 * in another are not compared with it.
 */
export async function findOfferedVehicles(
  tx: Tx,
  viewer: OfferViewer,
  asked: { filters: OfferFilters; after: readonly [string, string] | null; limit: number },
): Promise<VehicleOffersRow[]> {
  const isOpen = Prisma.sql`o.status = 'OPEN'`;
  const order = Prisma.sql`(${isOpen}) desc, o.updated_at desc, o.id desc`;
  const latest = (column: string) =>
    Prisma.sql`(array_agg(${Prisma.raw(`o.${column}`)} order by ${order}))[1]`;
  const { after } = asked;
  const beyond = after
    ? Prisma.sql`where (changed, "vehicleId") < (${after[0]}::text::timestamptz, ${after[1]}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw`
    select *, to_char(changed at time zone 'UTC', ${INSTANT}) as position from (
      select o.vehicle_id as "vehicleId", ${latest("vehicle_title")} as title,
        ${latest("currency::text")} as currency, ${latest("asking_amount")} as "askingAmount",
        count(*)::int as total, (count(*) filter (where ${isOpen}))::int as open,
        (count(*) filter (where ${myTurn(viewer)}))::int as "myTurn",
        (count(*) filter (where ${unread(viewer)}))::int as unread,
        max(o.amount) filter (where ${isOpen} and o.currency = o.shown_currency) as "highestAmount",
        min(o.expires_at) filter (where ${isOpen}) as "nextExpiresAt",
        max(o.updated_at) as changed
      from (
        select o.*, first_value(o.currency) over (partition by o.vehicle_id order by ${order})
            as shown_currency
        from offer o where ${all(conditions(viewer, asked.filters))}
      ) o group by o.vehicle_id
    ) grouped ${beyond}
    order by changed desc, "vehicleId" desc limit ${asked.limit + 1}`;
}

/** One more than asked for of what a buyer has open or reserved, the soonest clock first. */
export async function findRunning(
  tx: Tx,
  { galleryId }: OfferViewer,
  asked: { after: readonly [string, string] | null; limit: number },
): Promise<OfferPlace[]> {
  const { after } = asked;
  const beyond = after
    ? Prisma.sql`where (clock, id) > (${after[0]}::text::timestamptz, ${after[1]}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw`
    select id, to_char(clock at time zone 'UTC', ${INSTANT}) as position from (
      select o.id, coalesce(r.expires_at, o.expires_at) as clock
      from offer o left join reservation r on r.offer_id = o.id and r.status = 'ACTIVE'
      where o.buyer_gallery_id = ${galleryId}::uuid and (o.status = 'OPEN' or r.id is not null)
    ) running ${beyond} order by clock, id limit ${asked.limit + 1}`;
}

/** What a filter can be set to. */
export interface OfferFacetRow {
  id: string;
  label: string;
  count: number;
}

/** Vehicles and counterparts of the latest negotiations, for the choices of filters. */
export async function findFacets(
  tx: Tx,
  viewer: OfferViewer,
  asked: { side: OfferFilters["side"]; limit: number },
): Promise<{ vehicles: OfferFacetRow[]; counterparts: OfferFacetRow[] }> {
  const isSelling = selling(viewer);
  const facet = (id: Prisma.Sql, label: Prisma.Sql) => tx.$queryRaw<OfferFacetRow[]>`
    select id, label, count from (
      select ${id} as id, (array_agg(${label} order by o.updated_at desc))[1] as label,
        count(*)::int as count, max(o.updated_at) as changed
      from offer o where ${sideOf(viewer, asked.side)}
      group by 1 order by changed desc limit ${asked.limit}
    ) latest order by label, id`;
  return {
    vehicles: await facet(Prisma.sql`o.vehicle_id`, Prisma.sql`o.vehicle_title`),
    counterparts: await facet(
      Prisma.sql`case when ${isSelling} then o.buyer_gallery_id else o.seller_gallery_id end`,
      Prisma.sql`case when ${isSelling} then o.buyer_name else o.seller_name end`,
    ),
  };
}
