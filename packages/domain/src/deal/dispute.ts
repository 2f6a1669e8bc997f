import { DomainError } from "../errors";
import type { DealState } from "./deal-machine";

const DAY_MS = 86_400_000;
/** As long as a dealer's warranty runs, faults of a vehicle may come up. */
export const DISPUTE_WINDOW_DAYS = 90;

/**
 * A running deal may be disputed at any time, a completed one for as long as its warranty runs;
 * one dispute at a time.
 * @throws DomainError `deal.disputed`, `deal.not_open`, `deal.dispute_too_late`
 */
export function assertMayDispute(
  state: Pick<DealState, "status" | "disputed">,
  completedAt: Date | null,
  now: Date,
): void {
  if (state.disputed) throw new DomainError("deal.disputed");
  if (state.status === "OPEN") return;
  if (state.status !== "COMPLETED" || completedAt === null) {
    throw new DomainError("deal.not_open", { status: state.status });
  }
  if (completedAt.getTime() + DISPUTE_WINDOW_DAYS * DAY_MS <= now.getTime()) {
    throw new DomainError("deal.dispute_too_late", { days: DISPUTE_WINDOW_DAYS });
  }
}
