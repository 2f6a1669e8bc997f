import { z } from "zod";

/** When its owner hears of what a saved search finds. */
export const SAVED_SEARCH_ALERTS = ["INSTANT", "DAILY", "OFF"] as const;
export type SavedSearchAlert = (typeof SAVED_SEARCH_ALERTS)[number];
export const savedSearchAlertField = z.enum(SAVED_SEARCH_ALERTS);

/** Why a listing was told of. */
export const MATCH_REASONS = ["PUBLISHED", "PRICE_DROP"] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** As many as one person keeps. */
export const MAX_SAVED_SEARCHES = 50;
export const MAX_FAVORITES = 500;
export const MAX_RECENT_SEARCHES = 20;

export const savedSearchNameField = z.string().trim().min(1).max(80);
