import type { Dealer } from "./people";

interface Move {
  offerId: string;
  status: string;
  round: number;
}

const money = (lira: number) => ({ amount: lira * 100, currency: "TRY" });

/** An offer over HTTP, as its buyer makes it. */
export async function makeOffer(
  dealer: Dealer,
  vehicleId: string,
  offer: { lira: number; message?: string; validForHours?: number },
): Promise<string> {
  const { lira, ...rest } = offer;
  const input = { vehicleId, amount: money(lira), ...rest };
  return (await dealer.api.call<Move>("offer.create", input)).offerId;
}

/** A proposal in answer, over HTTP. */
export const counter = (
  dealer: Dealer,
  offerId: string,
  answer: { round: number; lira: number; final?: boolean },
): Promise<Move> => {
  const { lira, ...rest } = answer;
  return dealer.api.call<Move>("offer.counter", { offerId, amount: money(lira), ...rest });
};

/** State of a negotiation as one of its sides reads it. */
export const offerOf = (dealer: Dealer, offerId: string) =>
  dealer.api.query<{ status: string; round: number; closeMessage: string | null }>("offer.get", {
    offerId,
  });

/** The lowest price that a gallery would take for a vehicle; nobody else learns of it. */
export const setFloor = (
  dealer: Dealer,
  vehicleId: string,
  { price, floor }: { price: number; floor: number },
) =>
  dealer.api.call("inventory.changePrice", {
    vehicleId,
    price: money(price),
    lowestPrice: money(floor),
  });
