import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

type Market = inferRouterOutputs<AppRouter>["marketplace"];

export type SearchAnswer = Market["publicSearch"];
export type ListingItem = SearchAnswer["items"][number];
export type ListingDetail = Market["publicGet"];
