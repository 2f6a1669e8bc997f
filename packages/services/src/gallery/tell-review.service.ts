import type { Tx } from "@oto/db";
import type { Platform } from "../context";
import { memberIds, notifyUsers } from "../notification/notify";
import { sendSystemMessage } from "../notification/send-system-message";

const REASON = "reviews are told to people of galleries and of the platform";

/** Decisions that a gallery's people hear of. */
type ReviewDecision =
  | "gallery.approved"
  | "gallery.rejected"
  | "gallery.suspended"
  | "gallery.reactivated";

/** What reviewers hear of. */
type ReviewRequest = "gallery.registered" | "gallery.resubmitted";

export interface ReviewNews {
  galleryId: string;
  decision: ReviewDecision;
  /** Of a rejection or suspension. */
  reason?: string | undefined;
}

async function readOwner(platform: Platform, galleryId: string) {
  return platform.database.unsafeSystem(REASON).read((tx) =>
    tx.membership.findFirst({
      where: { galleryId, role: "OWNER" },
      orderBy: { createdAt: "asc" },
      select: {
        gallery: { select: { name: true } },
        user: { select: { firstName: true, phone: true, email: true, locale: true } },
      },
    }),
  );
}

/** Sends the owner SMS and e-mail about a decision, each at most once per key. */
export async function sendReviewNews(
  platform: Platform,
  news: ReviewNews,
  idempotencyKey: string,
): Promise<void> {
  const { galleryId, decision, reason = "" } = news;
  const owner = await readOwner(platform, galleryId);
  if (!owner) return;
  const { user, gallery } = owner;
  await sendSystemMessage(platform, {
    name: decision,
    to: { phone: user.phone, email: user.email },
    locale: user.locale === "en" ? "en" : "tr",
    values: {
      firstName: user.firstName,
      galleryName: gallery.name,
      reason,
      url: platform.env.OTO_GALLERY_URL,
    },
    idempotencyKey,
    about: { galleryId },
  });
}

/** Notes a decision in the app for everybody who works in the gallery. */
export async function noteReview(tx: Tx, { galleryId, decision }: ReviewNews): Promise<void> {
  const gallery = await tx.gallery.findUnique({
    where: { id: galleryId },
    select: { name: true },
  });
  if (!gallery) return;
  await notifyUsers(tx, {
    userIds: await memberIds(tx, galleryId),
    galleryId,
    type: decision,
    params: { galleryId, galleryName: gallery.name },
    href: "/",
  });
}

/** Notes a registration that waits, for everybody of the platform who may decide on it. */
export async function noteRegistration(
  tx: Tx,
  { galleryId, request }: { galleryId: string; request: ReviewRequest },
): Promise<void> {
  const gallery = await tx.gallery.findUnique({
    where: { id: galleryId },
    select: { name: true },
  });
  if (!gallery) return;
  const reviewers = await tx.user.findMany({
    where: { platformRole: { in: ["SUPERADMIN", "COMPLIANCE"] } },
    select: { id: true },
  });
  await notifyUsers(tx, {
    userIds: reviewers.map(({ id }) => id),
    galleryId: null,
    type: request,
    params: { galleryId, galleryName: gallery.name },
    href: `/kayitlar/${galleryId}`,
  });
}
