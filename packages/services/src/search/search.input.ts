import {
  MAX_QUERY_LENGTH,
  marketplaceFilters,
  savedSearchAlertField,
  savedSearchNameField,
} from "@oto/domain";
import { z } from "zod";
import { pageFields } from "../paging";

const words = z.string().trim().max(MAX_QUERY_LENGTH);

/** Input of `search.saved.create`: what was searched for, as `marketplace.search` takes it. */
export const savedSearchCreateInput = z.strictObject({
  name: savedSearchNameField.optional(),
  q: words.optional(),
  filters: marketplaceFilters.optional(),
  alert: savedSearchAlertField.default("INSTANT"),
});
export type SavedSearchCreateInput = z.infer<typeof savedSearchCreateInput>;

/** Input of everything about one saved search. */
export const savedSearchInput = z.strictObject({ savedSearchId: z.uuid() });
export type SavedSearchInput = z.infer<typeof savedSearchInput>;

/** Input of `search.saved.update`; what is absent stays. */
export const savedSearchUpdateInput = savedSearchInput.extend({
  name: savedSearchNameField.optional(),
  alert: savedSearchAlertField.optional(),
});
export type SavedSearchUpdateInput = z.infer<typeof savedSearchUpdateInput>;

/** Input of `search.saved.matches`. */
export const savedSearchMatchesInput = savedSearchInput.extend(pageFields);
export type SavedSearchMatchesInput = z.infer<typeof savedSearchMatchesInput>;

/** Input of `search.recent.add` and `search.recent.remove`. */
export const recentSearchInput = z.strictObject({ q: words.min(1) });
export type RecentSearchInput = z.infer<typeof recentSearchInput>;
