import { slugify } from "@oto/domain/text";

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Public address of a vehicle, without its language: what it is, then its id. */
export function vehiclePath(vehicle: { vehicleId: string; title: string }): string {
  return `/arac/${slugify(vehicle.title)}-${vehicle.vehicleId}`;
}

/** The id at the end of a vehicle's address; null when there is none. */
export function vehicleIdOf(slug: string): string | null {
  return ID.exec(slug)?.[0] ?? null;
}
