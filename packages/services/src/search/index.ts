export { matchSavedSearches } from "./match-saved.service";
export {
  addRecentSearch,
  clearRecentSearches,
  listRecentSearches,
  removeRecentSearch,
} from "./recent.service";
export {
  createSavedSearch,
  listSavedSearches,
  listSavedSearchMatches,
  markSavedSearchSeen,
  removeSavedSearch,
  updateSavedSearch,
} from "./saved-search.service";
export * from "./search.input";
export type * from "./search.views";
export { tellSavedSearchMatches } from "./tell-matches.service";
