import type { Tx } from "@oto/db";
import type { TrustFact, TrustFigures } from "@oto/domain";
import { DomainError, trustFigures } from "@oto/domain";
import { z } from "zod";
import type { DealerContext, Platform } from "../context";
import { collectFacts, dueGalleries, noteDue, recentFacts, weighGallery } from "./trust.repo";

const REASON = "what galleries are known for is shown to other galleries";
const EVIDENCE = 20;
const COMMENTS = 10;
const BATCH = 200;

/** Input of `gallery.trust`. */
export const galleryTrustInput = z.strictObject({ galleryId: z.uuid() });
export type GalleryTrustInput = z.infer<typeof galleryTrustInput>;

/** What another gallery said of this one, once both had spoken or the time was over. */
export interface TrustComment {
  stars: number;
  comment: string;
  /** Name of who said it. */
  by: string;
  at: string;
}

/** Answer of `gallery.trust`: the figures, and what they are made of. */
export interface TrustView extends TrustFigures {
  galleryId: string;
  /** The latest happenings, newest first; they name nobody. */
  evidence: TrustFact[];
  comments: TrustComment[];
}

async function commentsOn(tx: Tx, galleryId: string): Promise<TrustComment[]> {
  const rows = await tx.dealRating.findMany({
    where: {
      comment: { not: null },
      deal: { ratingsShownAt: { not: null } },
      OR: [
        { side: "BUYER", sellerGalleryId: galleryId },
        { side: "SELLER", buyerGalleryId: galleryId },
      ],
    },
    orderBy: { createdAt: "desc" },
    take: COMMENTS,
    select: {
      ...{ side: true, stars: true, comment: true, updatedAt: true },
      ...{ buyerGalleryId: true, sellerGalleryId: true },
    },
  });
  const raters = rows.map((row) =>
    row.side === "BUYER" ? row.buyerGalleryId : row.sellerGalleryId,
  );
  const galleries = await tx.gallery.findMany({
    where: { id: { in: raters } },
    select: { id: true, name: true },
  });
  const names = new Map(galleries.map(({ id, name }) => [id, name]));
  return rows.map(({ comment, stars, updatedAt }, index) => ({
    stars,
    comment: comment ?? "",
    by: names.get(raters[index] ?? "") ?? "",
    at: updatedAt.toISOString(),
  }));
}

/**
 * How a gallery deals: its figures as of now with sample sizes, the happenings behind them and what
 * others said.
 * @throws DomainError `gallery.not_found`, also for one that may not trade, unless it is the caller's
 */
export async function galleryTrust(
  ctx: DealerContext,
  { galleryId }: GalleryTrustInput,
): Promise<TrustView> {
  const now = ctx.now();
  return ctx.database.unsafeSystem(REASON).read(
    async (tx) => {
      const gallery = await tx.gallery.findUnique({
        where: { id: galleryId },
        select: { status: true },
      });
      const visible = gallery?.status === "APPROVED" || (gallery && galleryId === ctx.gallery.id);
      if (!visible) throw new DomainError("gallery.not_found");
      const facts = await recentFacts(tx, { galleryId, now });
      return {
        galleryId,
        ...trustFigures(facts, now),
        evidence: facts.slice(0, EVIDENCE),
        comments: await commentsOn(tx, galleryId),
      };
    },
    { intent: "list" },
  );
}

/** A negotiation that tells something of its two galleries. */
interface Telling {
  offerId: string;
  buyerGalleryId: string;
  sellerGalleryId: string;
}

/**
 * Writes down what negotiations tell of their galleries, in the consumer's transaction. The figures
 * follow by `weighDueTrust`: a gallery that deals a lot is weighed once for many events.
 */
export async function noteTrustFacts(tx: Tx, tellings: readonly Telling[]): Promise<void> {
  await collectFacts(
    tx,
    tellings.map(({ offerId }) => offerId),
  );
  await noteDue(
    tx,
    tellings.flatMap(({ buyerGalleryId, sellerGalleryId }) => [buyerGalleryId, sellerGalleryId]),
  );
}

/**
 * Makes the figures anew of all galleries that something was noted about. Safe to run twice at once.
 * @returns how many galleries
 */
export async function weighDueTrust(platform: Platform, signal?: AbortSignal): Promise<number> {
  const db = platform.database.unsafeSystem(REASON);
  let weighed = 0;
  while (!signal?.aborted) {
    const due = await db.read((tx) => dueGalleries(tx, BATCH));
    for (const galleryId of due) {
      if (signal?.aborted) break;
      await db.write((tx) => weighGallery(tx, galleryId, platform.now()));
      weighed += 1;
    }
    if (due.length < BATCH) break;
  }
  return weighed;
}

/**
 * Makes all facts and figures anew from the negotiations themselves. Safe beside a running platform
 * and to run again after a stop.
 * @returns how many negotiations it has been through
 */
export async function rebuildTrust(
  platform: Platform,
  report: (done: number) => void = () => undefined,
): Promise<number> {
  const db = platform.database.unsafeSystem(REASON);
  let after: string | null = null;
  let done = 0;
  for (;;) {
    const offers: { id: string; buyerGalleryId: string; sellerGalleryId: string }[] = await db.read(
      (tx) =>
        tx.offer.findMany({
          ...(after === null ? {} : { where: { id: { gt: after } } }),
          orderBy: { id: "asc" },
          take: BATCH,
          select: { id: true, buyerGalleryId: true, sellerGalleryId: true },
        }),
    );
    const tellings = offers.map(({ id: offerId, ...sides }) => ({ offerId, ...sides }));
    await db.write((tx) => noteTrustFacts(tx, tellings));
    await weighDueTrust(platform);
    done += offers.length;
    report(done);
    after = offers.at(-1)?.id ?? null;
    if (offers.length < BATCH || after === null) return done;
  }
}
