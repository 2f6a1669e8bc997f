import { z } from "zod";
import { DomainError } from "../errors";
import { MAX_AMOUNT, positiveMoneyField } from "../money";

export const OFFER_DEFAULT_HOURS = 24;
export const OFFER_MAX_HOURS = 168;
/** Beyond this many proposals people should pick up the phone. */
export const OFFER_MAX_ROUNDS = 20;
/** Negotiations that one call may reject. */
export const OFFER_BULK_LIMIT = 50;
/** An amount above so many asking prices is a typing error. */
const MAX_TIMES_PRICE = 10;
const HOUR_MS = 3_600_000;

export const offerAmountField = positiveMoneyField;
export const validForHoursField = z.number().int().min(1).max(OFFER_MAX_HOURS);
export const offerMessageField = z.string().trim().max(1000);
/** The round the caller saw. */
export const offerRoundField = z.number().int().min(1).max(OFFER_MAX_ROUNDS);

/** When a proposal made now runs out, ISO-8601. */
export function offerExpiry(now: Date, validForHours: number = OFFER_DEFAULT_HOURS): string {
  return new Date(now.getTime() + validForHours * HOUR_MS).toISOString();
}

/**
 * Amounts are whole minor units above zero and at most ten times the asking price.
 * @throws DomainError `offer.amount_invalid`
 */
export function assertOfferAmount(amount: number, askingAmount: number): void {
  const highest = Math.min(askingAmount * MAX_TIMES_PRICE, MAX_AMOUNT);
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > highest) {
    throw new DomainError("offer.amount_invalid");
  }
}

/** Whether the seller's private floor turns an amount down by itself; no floor declines nothing. */
export function autoDecline(amount: number, floor: number | null | undefined): boolean {
  return typeof floor === "number" && amount < floor;
}
