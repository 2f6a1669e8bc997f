import { Skeleton } from "@oto/ui";

/** The shape of a vehicle on its way. */
export function ListingCardSkeleton() {
  return (
    <div aria-hidden="true" className="overflow-hidden rounded-card border bg-surface shadow-card">
      <Skeleton className="aspect-3/2 w-full rounded-none" />
      <div className="flex flex-col gap-2.5 p-4">
        <Skeleton className="h-7 w-2/5" />
        <Skeleton className="h-5 w-4/5" />
        <Skeleton className="h-4 w-3/5" />
        <Skeleton className="h-6 w-24" />
        <Skeleton className="mt-3 h-4 w-1/2" />
        <Skeleton className="h-4 w-2/5" />
      </div>
    </div>
  );
}
