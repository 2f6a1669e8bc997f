import type { Prisma, Tx } from "@oto/db";
import { publish } from "@oto/db";
import type { TrustFact, TrustFigures } from "@oto/domain";
import { TRUST_FACTS, TRUST_WINDOW_DAYS, trustFigures, trustScore } from "@oto/domain";

/** More facts than any gallery makes in the window: a bound, not a page. */
const MOST_FACTS = 20_000;

/** Queues work on one thing's trust until the commit. */
async function queueFor(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`trust:${id}`}, 0))`;
}

/**
 * Derives every fact of negotiations from their rows and replaces those that were known. The same
 * work whether events ask for it or a rebuild, so the two cannot drift.
 */
export async function collectFacts(tx: Tx, offerIds: readonly string[]): Promise<void> {
  const ids = [...new Set(offerIds)].sort();
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended('trust:' || id, 0))
      from unnest(${ids}::text[]) as id`;
  await tx.$executeRaw`delete from trust_fact where offer_id = any(${ids}::uuid[])`;
  await tx.$executeRaw`
    with o as (
      select id, status::text as status, buyer_gallery_id as buyer, seller_gallery_id as seller,
        round, closed_by::text as closed_by, close_reason, closed_at
      from offer where id = any(${ids}::uuid[])
    ), answers as (
      -- A proposal is answered by the next one, or by the other side's acceptance or refusal. What a
      -- rule answered in the seller's name tells nothing of the seller.
      select o.id as offer_id,
        case asked.side::text when 'BUYER' then o.seller else o.buyer end as gallery_id,
        asked.round, coalesce(reply.created_at, o.closed_at) as at,
        coalesce(reply.created_at, o.closed_at) - asked.created_at as took
      from o join offer_round asked on asked.offer_id = o.id
      left join offer_round reply on reply.offer_id = o.id and reply.round = asked.round + 1
      where (reply.id is not null and reply.actor_id is not null)
        or (reply.id is null and asked.round = o.round and o.status in ('ACCEPTED', 'REJECTED')
          and o.closed_by <> asked.side::text and o.close_reason is distinct from 'BELOW_FLOOR')
    ), facts as (
      select offer_id, gallery_id, 'ANSWERED' as kind, offer_id || ':' || round as ref,
        least(greatest(extract(epoch from took), 0), 2000000000)::int as value, at
      from answers
      union all
      select o.id, case last.side::text when 'BUYER' then o.seller else o.buyer end, 'UNANSWERED',
        o.id || ':' || last.round, null, o.closed_at
      from o join offer_round last on last.offer_id = o.id and last.round = o.round
      where o.status = 'EXPIRED'
      union all
      select o.id, side.gallery_id, 'COMPLETED', d.id::text, null, d.completed_at
      from o join deal d on d.offer_id = o.id cross join lateral (values (o.buyer), (o.seller)) as side (gallery_id)
      where d.status = 'COMPLETED'
      union all
      select o.id, case r.closed_by::text when 'BUYER' then o.buyer else o.seller end, 'CANCELLED',
        r.id::text, null, r.closed_at
      from o join reservation r on r.offer_id = o.id
      where r.status = 'CANCELLED' and r.closed_by is not null
      union all
      select o.id, side.gallery_id, 'LAPSED', r.id::text, null, r.closed_at
      from o join reservation r on r.offer_id = o.id
      cross join lateral (values (o.buyer), (o.seller)) as side (gallery_id)
      where r.status = 'EXPIRED'
      union all
      -- A dispute counts for the side it was opened against, and for the one found at fault.
      select o.id, side.gallery_id, 'DISPUTED', x.id::text,
        case when x.fault_side::text = side.name then 1 else 0 end, x.created_at
      from o join deal d on d.offer_id = o.id join dispute x on x.deal_id = d.id
      cross join lateral (values ('BUYER', o.buyer), ('SELLER', o.seller)) as side (name, gallery_id)
      where x.status <> 'WITHDRAWN'
        and (side.name <> x.opened_by::text or x.fault_side::text = side.name)
      union all
      select o.id, case g.side::text when 'BUYER' then o.seller else o.buyer end, 'RATED',
        d.id || ':' || g.side, g.stars, d.ratings_shown_at
      from o join deal d on d.offer_id = o.id join deal_rating g on g.deal_id = d.id
      where d.ratings_shown_at is not null
    )
    insert into trust_fact (gallery_id, kind, ref, value, offer_id, at)
    select gallery_id, kind, ref, value, offer_id, at from facts
    on conflict (gallery_id, kind, ref) do nothing`;
}

const since = (now: Date): Date => new Date(now.getTime() - TRUST_WINDOW_DAYS * 86_400_000);

/** Facts of a gallery within the window, newest first. */
export async function recentFacts(
  tx: Tx,
  { galleryId, now, limit = MOST_FACTS }: { galleryId: string; now: Date; limit?: number },
): Promise<TrustFact[]> {
  const rows = await tx.trustFact.findMany({
    where: { galleryId, at: { gt: since(now) } },
    orderBy: [{ at: "desc" }, { kind: "asc" }, { ref: "asc" }],
    take: limit,
    select: { kind: true, value: true, at: true },
  });
  return rows.flatMap(({ at, kind, value }) => {
    const known = TRUST_FACTS.find((each) => each === kind);
    return known ? [{ kind: known, value, at: at.toISOString() }] : [];
  });
}

/** A score that moves less than this is not worth a new index of the gallery's whole stock. */
const SCORE_STEP = 3;

/** Gives a gallery's listings the score that the market sorts by; the index follows the event. */
async function score(tx: Tx, galleryId: string, next: number | null): Promise<void> {
  const gallery = await tx.gallery.findUnique({
    where: { id: galleryId },
    select: { trustScore: true },
  });
  const before = gallery?.trustScore ?? null;
  const same =
    before === next || (before !== null && next !== null && Math.abs(before - next) < SCORE_STEP);
  if (!gallery || same) return;
  await tx.gallery.update({
    where: { id: galleryId },
    data: { trustScore: next },
    select: { id: true },
  });
  await publish(tx, {
    name: "gallery.updated",
    payload: { galleryId },
    aggregateId: galleryId,
    galleryId,
  });
}

/**
 * Notes that the figures of galleries are out of date, in the transaction of the facts. A row a
 * cause, so that two writers never wait for each other.
 */
export async function noteDue(tx: Tx, galleryIds: readonly string[]): Promise<void> {
  await tx.trustDue.createMany({
    data: [...new Set(galleryIds)].map((galleryId) => ({ galleryId })),
  });
}

/** Galleries whose figures are out of date, the longest waiting first. */
export async function dueGalleries(tx: Tx, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ galleryId: string }[]>`
    select gallery_id as "galleryId" from trust_due
    group by gallery_id order by min(seq) limit ${limit}::int`;
  return rows.map(({ galleryId }) => galleryId);
}

/**
 * Makes the figures of a gallery anew, once for everything that had been noted: what is noted
 * meanwhile keeps its row and is weighed the next time.
 */
export async function weighGallery(tx: Tx, galleryId: string, now: Date): Promise<void> {
  await queueFor(tx, galleryId);
  // Before the facts are read: whoever committed a row that is taken here had committed its facts.
  await tx.trustDue.deleteMany({ where: { galleryId } });
  const figures = trustFigures(await recentFacts(tx, { galleryId, now }), now);
  const kept = { figures: { ...figures } as unknown as Prisma.InputJsonObject, updatedAt: now }; // cast: plain JSON by its type
  await tx.galleryTrust.upsert({
    where: { galleryId },
    create: { galleryId, ...kept },
    update: kept,
    select: { galleryId: true },
  });
  await score(tx, galleryId, trustScore(figures));
}

/** Figures of galleries as the read model keeps them; the others are as good as new. */
export async function trustOf(
  tx: Tx,
  galleryIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, TrustFigures>> {
  const rows = await tx.galleryTrust.findMany({
    where: { galleryId: { in: [...galleryIds] } },
    select: { galleryId: true, figures: true },
  });
  const none = trustFigures([], now);
  const known = new Map(rows.map((row) => [row.galleryId, row.figures]));
  return new Map(
    galleryIds.map((id) => [id, (known.get(id) as TrustFigures | undefined | null) ?? none]),
  );
}
