import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

/** Somebody changed something. */
export type AuditEntry = inferRouterOutputs<AppRouter>["admin"]["audit"]["list"]["items"][number];
