import type { AppRouter } from "@oto/api";
import type { DisputeStatus } from "@oto/domain";
import type { Tone } from "@oto/ui";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>["admin"]["disputes"];

/** A dispute in the list, and with everything it is judged by. */
export type DisputeCard = Outputs["list"]["items"][number];
export type DisputeView = Outputs["get"];

export const DISPUTE_TONE: Record<DisputeStatus, Tone> = {
  OPEN: "danger",
  SETTLED: "success",
  WITHDRAWN: "neutral",
};
