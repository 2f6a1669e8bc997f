import type { AppRouter } from "@oto/api";
import { errorData } from "@oto/trpc/client";
import type { inferRouterOutputs } from "@trpc/server";
import { cache } from "react";
import { serverClient } from "../../server-client";

export type PublicGallery = inferRouterOutputs<AppRouter>["gallery"]["public"];

/** A gallery's public profile; null when there is none, or it does not want to be seen. */
export const loadGallery = cache(async (slug: string): Promise<PublicGallery | null> => {
  const client = await serverClient();
  try {
    return await client.gallery.public.query({ slug });
  } catch (error) {
    const code = errorData(error)?.code;
    if (code === "NOT_FOUND" || code === "BAD_REQUEST") return null;
    throw error;
  }
});
