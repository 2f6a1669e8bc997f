import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

type Reports = inferRouterOutputs<AppRouter>["admin"]["reports"];

export type PlatformReport = Reports["summary"];
export type GalleryRow = Reports["galleries"]["items"][number];
