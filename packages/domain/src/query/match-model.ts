import type { Hit, Matcher, Scene } from "./matchers";
import { longest, vocabularyKeys } from "./matchers";
import type { BadgedModel } from "./model-badges";
import { commonName } from "./model-badges";
import { readQuantity } from "./quantity";
import type { Token } from "./token";

/** More versions than a filter takes are no clear word. */
const MOST_MODELS = 50;

function modelHit(
  candidates: readonly BadgedModel[],
  words: readonly Token[],
  scene: Scene,
): Hit | null {
  const own = candidates.filter(({ makeId }) => scene.makes.some(({ id }) => id === makeId));
  const chosen = own.length > 0 ? own : candidates;
  if (chosen.length > MOST_MODELS) return null;
  const ids = chosen.map(({ id }) => id);
  const typed = words.map(({ text }) => text).join(" ");
  const label = commonName(chosen) ?? typed;
  const chip = { key: "model", value: ids.join(","), label } as const;
  return { length: words.length, filters: { modelIds: ids }, chip };
}

/** `gla 200`: a number of a series is meant only behind it, where `200` is no Rover. */
export const matchModelBehindSeries: Matcher = (run, scene) => {
  const [word] = run;
  const amount = readQuantity(run, 0);
  if (!word || (amount && (amount.unit !== null || amount.scale > 1))) return null;
  const own = scene.index.models.numbers
    .get(word.folded)
    ?.filter(({ seriesId }) => scene.previousSeries.includes(seriesId));
  return own && own.length > 0 ? modelHit(own, run.slice(0, 1), scene) : null;
};

/** `320d`, `320 d`, `c180`, `40 tdi`: what is written on the boot lid, from the live catalogue. */
export const matchModel: Matcher = (run, scene) => {
  const amount = readQuantity(run, 0);
  if (amount && (amount.unit !== null || amount.scale > 1)) return null;
  const { badges, numbers } = scene.index.models;
  const make = scene.previousMake;
  const hit = longest(run, (key, length) => {
    // `3.5 tdi` is an engine, `35 tdi` a badge.
    if (run.slice(0, length).some(({ folded }) => /\d[.,]\d/.test(folded))) return null;
    const carriers = vocabularyKeys.has(key) ? undefined : badges.get(key);
    if (carriers) return carriers;
    // `fiat 500` is the series, whatever versions are called `500e`.
    const isSeries = scene.index.series.get(key)?.some(({ makeId }) => makeId === make?.id);
    return make && !isSeries && numbers.get(key)?.filter(({ makeId }) => makeId === make.id);
  });
  return hit && hit.found.length > 0 ? modelHit(hit.found, run.slice(0, hit.length), scene) : null;
};
