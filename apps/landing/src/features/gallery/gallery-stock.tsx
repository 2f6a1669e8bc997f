"use client";

import { EmptyState } from "@oto/ui/feedback";
import { ListingResults } from "../search/listing-results";
import { toGallerySearch } from "../search/search-params";
import type { FirstPage } from "../search/use-listings";
import { useListings } from "../search/use-listings";

interface GalleryStockProps {
  galleryId: string;
  first: FirstPage | null;
  empty: { title: string; text: string };
}

/** What one gallery has on sale. */
export function GalleryStock({ galleryId, first, empty }: GalleryStockProps) {
  const listings = useListings(toGallerySearch(galleryId), first);
  return (
    <ListingResults
      listings={listings}
      empty={<EmptyState title={empty.title} description={empty.text} />}
    />
  );
}
