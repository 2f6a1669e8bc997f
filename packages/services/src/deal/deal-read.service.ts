import type { Prisma, Tx } from "@oto/db";
import type { DealState, Side } from "@oto/domain";
import {
  areRatingsShown,
  assertMayDispute,
  assertStepsEditable,
  DEAL_STEPS,
  DomainError,
  openSteps,
  otherSide,
  ratingAction,
  ratingClosesAt,
  sideOf,
  silentConfirmAt,
  warrantyNote,
} from "@oto/domain";
import type { DealerContext } from "../context";
import type { DealIdInput } from "./deal.input";
import { stepStates } from "./deal.repo";
import type {
  DealActionName,
  DealDisputeView,
  DealDocumentView,
  DealStepView,
  DealView,
  RatingView,
} from "./deal.views";
import { ratingScene } from "./deal-rating.service";

const REASON = "a deal belongs to two galleries; the caller is proved to be one of them";

const dealSelect = {
  id: true,
  offerId: true,
  buyerGalleryId: true,
  sellerGalleryId: true,
  status: true,
  modelYear: true,
  mileageKm: true,
  buyerConfirmedAt: true,
  sellerConfirmedAt: true,
  silentSide: true,
  disputedAt: true,
  disputeEndedAt: true,
  completedAt: true,
  createdAt: true,
  steps: true,
  documents: {
    where: { state: "READY" },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      step: true,
      side: true,
      fileName: true,
      contentType: true,
      size: true,
      sha256: true,
      createdAt: true,
    },
  },
  ratings: true,
  disputes: { orderBy: { createdAt: "desc" }, take: 1 },
} as const satisfies Prisma.DealSelect;

type DealRow = Prisma.DealGetPayload<{ select: typeof dealSelect }>;

function stepViews(row: DealRow): DealStepView[] {
  return DEAL_STEPS.map((step) => {
    const known = row.steps.find(({ kind }) => kind === step);
    return {
      step,
      state: known?.state ?? "OPEN",
      scheduledFor: known?.scheduledFor?.toISOString() ?? null,
      place: known?.place ?? null,
      reference: known?.reference ?? null,
      note: known?.note ?? null,
      version: known?.version ?? 0,
      changedBy: known?.changedBy ?? null,
      changedAt: known?.changedAt.toISOString() ?? null,
    };
  });
}

function documentViews(row: DealRow, side: Side): DealDocumentView[] {
  return row.documents.map(({ createdAt, id, sha256, ...document }) => ({
    documentId: id,
    ...document,
    sha256: sha256 ?? "",
    mine: document.side === side,
    createdAt: createdAt.toISOString(),
  }));
}

function ratingView(row: DealRow, by: Side): RatingView | null {
  const rating = row.ratings.find(({ side }) => side === by);
  if (!rating) return null;
  const { accuracy, comment, communication, punctuality, stars, updatedAt } = rating;
  return { stars, communication, accuracy, punctuality, comment, at: updatedAt.toISOString() };
}

function disputeView(row: DealRow, side: Side): DealDisputeView | null {
  const [dispute] = row.disputes;
  if (!dispute) return null;
  const { createdAt, endedAt, faultSide, id, openedBy, outcome, outcomeNote } = dispute;
  return {
    disputeId: id,
    mine: openedBy === side,
    reason: dispute.reason,
    text: dispute.text,
    status: dispute.status,
    ...{ outcome, faultSide, outcomeNote },
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

const allowed = (rule: () => void): boolean => {
  try {
    rule();
    return true;
  } catch {
    return false;
  }
};

function actionsOf(row: DealRow, state: DealState, scene: { side: Side; now: Date }) {
  const { now, side } = scene;
  const actions: DealActionName[] = [];
  const running = allowed(() => assertStepsEditable(state));
  const theirsGiven = state.confirmed[otherSide(side)] !== null;
  if (running) actions.push("editSteps");
  if (running && state.confirmed[side] === null) {
    if (theirsGiven || openSteps(state.steps).length === 0) actions.push("confirm");
  }
  if (state.status === "OPEN" || state.status === "COMPLETED") actions.push("addDocument");
  const rating = ratingAction(ratingScene(row, row.ratings), side, now);
  if (rating) actions.push(rating === "rate" ? "rate" : "editRating");
  if (allowed(() => assertMayDispute(state, row.completedAt, now))) actions.push("dispute");
  const [dispute] = row.disputes;
  if (dispute?.status === "OPEN" && dispute.openedBy === side) actions.push("withdrawDispute");
  return actions;
}

function viewOf(
  row: DealRow,
  reservation: DealState["reservation"],
  scene: { side: Side; now: Date },
): DealView {
  const { now, side } = scene;
  const state: DealState = {
    status: row.status,
    reservation,
    confirmed: {
      BUYER: row.buyerConfirmedAt?.toISOString() ?? null,
      SELLER: row.sellerConfirmedAt?.toISOString() ?? null,
    },
    disputed: row.disputedAt !== null,
    steps: stepStates(row.steps),
  };
  const ratings = ratingScene(row, row.ratings);
  const shown = areRatingsShown(ratings, now);
  const other = otherSide(side);
  return {
    dealId: row.id,
    offerId: row.offerId,
    side,
    status: row.status,
    steps: stepViews(row),
    documents: documentViews(row, side),
    confirmation: {
      mine: state.confirmed[side],
      theirs: state.confirmed[other],
      silentAt: row.status === "OPEN" && !state.disputed ? silentConfirmAt(state) : null,
      silentSide: row.silentSide,
      openSteps: openSteps(state.steps),
    },
    warranty: warrantyNote(row, { agreedAt: row.createdAt, deliveredAt: row.completedAt }),
    rating: {
      closesAt: ratingClosesAt(ratings),
      shown,
      mine: ratingView(row, side),
      theirs: shown ? ratingView(row, other) : null,
      theirsGiven: ratings.ratedAt[other] !== null,
    },
    dispute: disputeView(row, side),
    completedAt: row.completedAt?.toISOString() ?? null,
    actions: actionsOf(row, state, { side, now }),
  };
}

/** A deal's row and its reservation's state, read together. */
async function readDeal(tx: Tx, dealId: string) {
  const row = await tx.deal.findUnique({ where: { id: dealId }, select: dealSelect });
  const reservation = await tx.reservation.findUnique({
    where: { id: dealId },
    select: { status: true },
  });
  return { row, reservation };
}

/**
 * A deal of the caller's gallery: checklist, documents, words, ratings and dispute. What the other
 * side has rated is left out until it is shown.
 * @throws DomainError `deal.not_found`
 */
export async function getDeal(ctx: DealerContext, input: DealIdInput): Promise<DealView> {
  const { reservation, row } = await ctx.database
    .unsafeSystem(REASON)
    .read((tx) => readDeal(tx, input.dealId));
  const side = row ? sideOf(row, ctx.gallery.id) : null;
  if (!row || !reservation || side === null) throw new DomainError("deal.not_found");
  return viewOf(row, reservation.status, { side, now: ctx.now() });
}
