import { indexListingWhenVehicleChanges } from "./index-listing-when-vehicle-changes.consumer";
import { indexListingsWhenGalleryChanges } from "./index-listings-when-gallery-changes.consumer";
import { repairSearchDriftSchedule } from "./repair-search-drift.schedule";

export const marketplaceConsumers = [
  indexListingWhenVehicleChanges,
  indexListingsWhenGalleryChanges,
] as const;
export const marketplaceSchedules = [repairSearchDriftSchedule] as const;
