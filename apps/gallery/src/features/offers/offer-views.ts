import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>["offer"];

/** A negotiation with its proposals. */
export type OfferView = Outputs["get"];
/** A negotiation on the board. */
export type OfferCardView = Outputs["list"]["items"][number];
/** A column of the board. */
export type OfferLaneView = Outputs["board"]["lanes"][number];
/** The negotiations over one vehicle, summed up. */
export type VehicleOffersView = Outputs["byVehicle"]["items"][number];
/** Something that the gallery is buying or trying to buy. */
export type RunningOfferView = Outputs["running"]["items"][number];
/** The open offers for one vehicle. */
export type OfferComparisonView = Outputs["compare"];
/** One of them. */
export type RivalOfferView = OfferComparisonView["items"][number];
