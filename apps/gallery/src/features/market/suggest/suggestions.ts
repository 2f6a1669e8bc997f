import { fold } from "@oto/domain";
import type { MarketChange } from "../market-params";
import type { SuggestView } from "../market-views";

export type SuggestionKind = "recent" | "make" | "series" | "model" | "gallery";

/** One line below the search box. */
export interface Suggestion {
  id: string;
  kind: SuggestionKind;
  text: string;
  /** How many vehicles it has, where that is known. */
  count: number | null;
  /** What choosing it makes of the search. */
  change: MarketChange;
}

/** Where the lines come from, in the order they are shown. */
export const SUGGESTION_GROUPS = ["recent", "vehicles", "galleries"] as const;
export type SuggestionGroup = (typeof SUGGESTION_GROUPS)[number];

export const groupOf = (kind: SuggestionKind): SuggestionGroup => {
  if (kind === "recent") return "recent";
  return kind === "gallery" ? "galleries" : "vehicles";
};

/**
 * What was typed without the words at its end that a suggestion completes: `dizel pas` and
 * `Volkswagen Passat` leave `dizel`. The last word always goes, it is what was being typed.
 */
export function withoutTyped(typed: string, text: string): string {
  const words = typed.trim().split(/\s+/);
  const known = fold(text);
  let kept = words.slice(0, -1);
  while (kept.length > 0 && known.includes(fold(kept.at(-1) ?? ""))) kept = kept.slice(0, -1);
  return kept.join(" ");
}

/** The answer of the API as the lines of one list: own searches, vehicles, galleries. */
export function suggestionsOf(view: SuggestView, typed: string): Suggestion[] {
  const left = (text: string): Pick<MarketChange, "q"> => ({
    q: withoutTyped(typed, text) || null,
  });
  const recent = view.recent.map((text): Suggestion => {
    return { id: `recent:${text}`, kind: "recent", text, count: null, change: { q: text } };
  });
  const vehicles = view.items.map(({ count, kind, makeId, seriesId, text }): Suggestion => {
    const series = seriesId === null ? null : [seriesId];
    const change = { ...left(text), make: [makeId], series, model: null, trim: null };
    return { id: `${kind}:${seriesId ?? makeId}`, kind, text, count, change };
  });
  const models = view.models.map(({ count, modelId, text }): Suggestion => {
    const change = { ...left(text), make: null, series: null, model: [modelId], trim: null };
    return { id: `model:${modelId}`, kind: "model", text, count, change };
  });
  const galleries = view.galleries.map(({ galleryId, name }): Suggestion => {
    const change = { ...left(name), gallery: galleryId };
    return { id: `gallery:${galleryId}`, kind: "gallery", text: name, count: null, change };
  });
  return [...recent, ...vehicles, ...models, ...galleries];
}
