import { matchSavedSearchesWhenVehiclePublished } from "./match-saved-searches.consumer";
import { tellFollowersWhenPriceDrops } from "./tell-followers.consumer";
import { tellSavedSearchMatchesSchedule } from "./tell-saved-search-matches.schedule";

export const searchConsumers = [
  matchSavedSearchesWhenVehiclePublished,
  tellFollowersWhenPriceDrops,
] as const;
export const searchSchedules = [tellSavedSearchMatchesSchedule] as const;
