const DAY_MS = 86_400_000;

/** Whole days from coming into stock until the sale, or until now. */
export function daysInStock(vehicle: { createdAt: Date; soldAt: Date | null }, now: Date): number {
  const end = vehicle.soldAt ?? now;
  return Math.max(0, Math.floor((end.getTime() - vehicle.createdAt.getTime()) / DAY_MS));
}
