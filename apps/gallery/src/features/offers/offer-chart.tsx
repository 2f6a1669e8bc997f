"use client";

import { Skeleton } from "@oto/ui";
import dynamic from "next/dynamic";
import type { OfferView } from "./offer-views";

const OfferCourse = dynamic(() => import("./offer-course").then((file) => file.OfferCourse), {
  ssr: false,
  loading: () => <Skeleton className="h-63 w-full" />,
});

/** How the two sides drew near one another; a single proposal has no course yet. */
export function OfferChart({ offer }: { offer: OfferView }) {
  return offer.rounds.length < 2 ? null : <OfferCourse offer={offer} />;
}
