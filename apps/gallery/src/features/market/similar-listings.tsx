"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc";
import { ListingCard } from "./listing-card";

/** Vehicles one may want to compare with. */
export function SimilarListings({ vehicleId }: { vehicleId: string }) {
  const t = useTranslations("market");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.marketplace.similar.queryOptions({ vehicleId, limit: 4 }));
  if (!data || data.items.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="mb-4 text-title">{t("similar")}</h2>
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {data.items.map((listing) => (
          <li key={listing.vehicleId}>
            <ListingCard listing={listing} level={3} />
          </li>
        ))}
      </ul>
    </section>
  );
}
