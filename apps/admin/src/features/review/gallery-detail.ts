import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

/** What `admin.galleries.get` says. */
export type GalleryDetail = inferRouterOutputs<AppRouter>["admin"]["galleries"]["get"];
export type ReviewCheck = GalleryDetail["checks"][number];
