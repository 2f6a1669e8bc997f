import type { AppRouter } from "@oto/api";
import type { SupportStatus } from "@oto/domain";
import type { Tone } from "@oto/ui";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>["admin"]["support"];

/** A case as staff see it. */
export type CaseView = Outputs["list"]["items"][number];
export type CaseMessage = Outputs["history"]["items"][number];
export type EvidenceItem = Outputs["evidence"]["items"][number];
export type CannedView = Outputs["canned"]["list"]["items"][number];

export const STATUS_TONE: Record<SupportStatus, Tone> = {
  OPEN: "warn",
  WAITING: "info",
  RESOLVED: "success",
  CLOSED: "neutral",
};
