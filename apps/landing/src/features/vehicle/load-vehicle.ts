import { errorData } from "@oto/trpc/client";
import { cache } from "react";
import { serverClient } from "../../server-client";
import type { ListingDetail } from "./listing.types";

/** A vehicle the public may see; null when there is none of that id. Asked once a request. */
export const loadVehicle = cache(async (vehicleId: string): Promise<ListingDetail | null> => {
  const client = await serverClient();
  try {
    return await client.marketplace.publicGet.query({ vehicleId });
  } catch (error) {
    const code = errorData(error)?.code;
    if (code === "NOT_FOUND" || code === "BAD_REQUEST") return null;
    throw error;
  }
});
