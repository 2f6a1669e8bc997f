import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>["offer"];

/** A negotiation with its proposals. */
export type OfferView = Outputs["get"];
/** A negotiation on the board. */
export type OfferCardView = Outputs["list"]["items"][number];
