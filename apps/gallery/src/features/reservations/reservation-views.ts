import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>["reservation"];

/** A reservation with the other side's contacts. */
export type ReservationView = Outputs["get"];
