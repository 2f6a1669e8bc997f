import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>["deal"];

/** Checklist, documents, words, ratings and dispute of a deal. */
export type DealView = Outputs["get"];
export type DealStepView = DealView["steps"][number];
export type DealCardView = Outputs["list"]["items"][number];
