import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

/** What `admin.overview` says. */
export type Figures = inferRouterOutputs<AppRouter>["admin"]["overview"];

/** Sum of counts by state. */
export const totalOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
