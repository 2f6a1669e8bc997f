import { Skeleton } from "@oto/ui";

/** The shape of a card of the stock on its way. */
export function StockCardSkeleton() {
  return (
    <div className="overflow-hidden rounded-card border bg-surface">
      <Skeleton className="aspect-4/3 rounded-none" />
      <div className="flex flex-col gap-3 p-4">
        <Skeleton className="h-5 w-5/6" />
        <Skeleton className="h-4 w-3/5" />
        <Skeleton className="h-4 w-2/5" />
        <Skeleton className="h-6 w-1/2" />
      </div>
    </div>
  );
}
