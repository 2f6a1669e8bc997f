"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc";
import { vehicleInText } from "./model/vehicle-link";
import { useOwnHosts } from "./use-own-hosts";

export interface LinkedVehicle {
  /** Goes along as a card; null when no link leads to one, or the writer wants none. */
  vehicle: { vehicleId: string; title: string } | null;
  dismiss: () => void;
}

/** The vehicle that a text links to, if it is one of the platform's and the reader can see it. */
export function useLinkedVehicle(text: string): LinkedVehicle {
  const { marketplace } = useTRPC();
  const vehicleId = vehicleInText(text, useOwnHosts());
  const [unwanted, setUnwanted] = useState<string | null>(null);
  const wanted = vehicleId !== null && vehicleId !== unwanted ? vehicleId : null;
  const { data } = useQuery(
    marketplace.get.queryOptions(
      { vehicleId: wanted ?? "" },
      { enabled: wanted !== null, retry: false },
    ),
  );
  return {
    vehicle: wanted !== null && data ? { vehicleId: wanted, title: data.title } : null,
    dismiss: () => setUnwanted(vehicleId),
  };
}
