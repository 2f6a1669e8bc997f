import { tellSavedSearchMatches } from "@oto/services/search";
import { defineSchedule } from "../runtime/define-schedule";

export const tellSavedSearchMatchesSchedule = defineSchedule({
  id: "tell-saved-search-matches",
  run: (platform, signal) => tellSavedSearchMatches(platform, signal),
});
