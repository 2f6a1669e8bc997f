import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>;

/** One of the gallery's vehicles, with everything about it. */
export type VehicleView = Outputs["inventory"]["get"];
export type GateView = Outputs["inventory"]["gate"];
export type GateCheckView = GateView["checks"][number];
export type MediaView = VehicleView["media"][number];
/** One of the gallery's vehicles in a list. */
export type StockItem = Outputs["inventory"]["list"]["items"][number];
export type StockCounts = Outputs["inventory"]["list"]["counts"];
