import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

type Reports = inferRouterOutputs<AppRouter>["report"];

export type Funnel = Reports["funnel"];
export type AnswerTimes = Reports["answerTimes"];
export type Discounts = Reports["discounts"];
export type LostReasons = Reports["lostReasons"];
export type VehicleRow = Reports["vehicles"]["items"][number];
export type StaffRow = Reports["staff"]["items"][number];
