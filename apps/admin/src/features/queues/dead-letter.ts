import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

/** An event that a consumer gave up on. */
export type DeadLetter =
  inferRouterOutputs<AppRouter>["admin"]["deadLetters"]["list"]["items"][number];
