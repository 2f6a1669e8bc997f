import type { Feature, Locale } from "../values";
import { FEATURE_CATALOGUE } from "../values";
import type { MessageTree } from "./messages-shape";

/** `{ "offer.stale": x, notfound: y }` → `{ offer: { stale: x }, notfound: y }`. */
export function nestByDot(flat: Readonly<Record<string, string>>): MessageTree {
  const tree: MessageTree = {};
  for (const [path, text] of Object.entries(flat)) {
    const [head = path, ...rest] = path.split(".");
    if (rest.length === 0) {
      tree[head] = text;
      continue;
    }
    const branch = tree[head];
    const inner = typeof branch === "object" ? branch : {};
    inner[rest.join(".")] = text;
    tree[head] = inner;
  }
  return tree;
}

/** Feature labels of one language by code. */
export function featureLabels(locale: Locale): Record<Feature, string> {
  const entries = FEATURE_CATALOGUE.map((feature) => [feature.code, feature[locale]] as const);
  return Object.fromEntries(entries) as Record<Feature, string>;
}
