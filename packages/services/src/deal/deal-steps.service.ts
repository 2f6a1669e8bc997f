import type { Tx } from "@oto/db";
import { publish } from "@oto/db";
import type { LogValue } from "@oto/domain";
import { assertStepsEditable, DomainError } from "@oto/domain";
import type { DealerContext } from "../context";
import type { DealStepInput } from "./deal.input";
import { dealIds, dealState } from "./deal.repo";
import type { DealMoveView } from "./deal.views";
import { recordDeal } from "./deal-transition";
import type { HeldDeal } from "./holding-deal";
import { assertSeen, holdingDeal } from "./holding-deal";

/** An appointment more than a year away is a typing error. */
const MAX_AHEAD_MS = 366 * 86_400_000;

function appointmentOf(input: DealStepInput, now: Date): Date | null {
  const { scheduledFor, state } = input;
  const at = scheduledFor ? new Date(scheduledFor) : null;
  const tooFar = at !== null && Math.abs(at.getTime() - now.getTime()) > MAX_AHEAD_MS;
  if (tooFar || (state === "SCHEDULED" && at === null)) {
    throw new DomainError("input.invalid", {}, { fields: { scheduledFor: ["validation.date"] } });
  }
  return at;
}

async function writeStep(
  ctx: DealerContext,
  tx: Tx,
  { held, input }: { held: HeldDeal; input: DealStepInput },
): Promise<void> {
  const { deal, side } = held;
  const { dealId, step: kind, version } = input;
  const known = await tx.dealStep.findUnique({
    where: { dealId_kind: { dealId, kind } },
    select: { version: true },
  });
  assertSeen(version, known?.version ?? 0);
  const columns = {
    state: input.state,
    scheduledFor: appointmentOf(input, ctx.now()),
    place: input.place || null,
    reference: input.reference || null,
    note: input.note || null,
    version: version + 1,
    changedBy: side,
    changedById: ctx.identity.userId,
    changedAt: ctx.now(),
  };
  await tx.dealStep.upsert({
    where: { dealId_kind: { dealId, kind } },
    create: {
      ...{ dealId, kind },
      buyerGalleryId: deal.buyerGalleryId,
      sellerGalleryId: deal.sellerGalleryId,
      ...columns,
    },
    update: columns,
    select: { dealId: true },
  });
}

function loggedStep(input: DealStepInput): Record<string, LogValue> {
  const { dealId, note, place, reference, scheduledFor, state, step } = input;
  return {
    ...{ dealId, step, state },
    ...(scheduledFor ? { scheduledFor: new Date(scheduledFor).toISOString() } : {}),
    ...(place ? { place } : {}),
    ...(reference ? { reference } : {}),
    ...(note ? { note } : {}),
  };
}

/**
 * Sets a step of the checklist: its state, appointment, reference and note. Either side may.
 * @throws DomainError `deal.not_found`, `deal.not_open`, `deal.disputed`, `deal.step_stale`,
 * `input.invalid`
 */
export async function setDealStep(ctx: DealerContext, input: DealStepInput): Promise<DealMoveView> {
  return holdingDeal(ctx, input.dealId, async (tx, held) => {
    const { deal, side } = held;
    assertStepsEditable(dealState(deal));
    await writeStep(ctx, tx, { held, input });
    const { state, step } = input;
    await publish(tx, {
      name: "deal.step_changed",
      payload: { ...dealIds(deal), by: side, step, state },
      aggregateId: deal.id,
      galleryId: ctx.gallery.id,
    });
    await recordDeal(tx, {
      platform: ctx,
      ...{ deal, side, actorId: ctx.identity.userId, now: ctx.now(), origin: ctx.origin },
      kind: "deal.step_changed",
      data: loggedStep(input),
    });
    return { dealId: deal.id, status: deal.status };
  });
}
