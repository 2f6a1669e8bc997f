import { fold } from "../text";

/** An engine version of a series, as it is called: `320d xDrive`, `C 180`, `1.6 TDI`. */
export interface CatalogModel {
  id: string;
  seriesId: string;
  name: string;
}

/** A version with the make that builds it. */
export interface BadgedModel extends CatalogModel {
  makeId: string;
}

/** Shortest badge that says by itself what is meant; shorter ones are a single make's. */
const SHORTEST_BADGE = 3;
const NUMBER_BADGE = /^(\d{3})[a-z]*$/;

const compact = (text: string): string => text.replace(/[^a-z0-9]/g, "");

/** `C 200 d` → `c`, `c200`, `c200d`: people leave out what stands behind. */
function beginnings(words: readonly string[]): string[] {
  return words.map((_, at) => compact(words.slice(0, at + 1).join("")));
}

/** A badge has letters and digits; what begins with litres (`1.6 TDI`) is an engine, not a badge. */
export const isBadge = (key: string): boolean => /[a-z]/.test(key) && /\d/.test(key);

/** The spellings that a version is meant by: complete badges, and its number behind its make. */
function spellingsOf(name: string): { badges: string[]; number: string | null } {
  const words = fold(name).split(/\s+/);
  const [first = "", second = ""] = words;
  if (/^\d+[.,]\d/.test(first)) return { badges: [], number: null };
  const isLetters = /^[a-z]{1,3}$/.test(first);
  const number = NUMBER_BADGE.exec(isLetters ? second : first)?.[1] ?? null;
  return { badges: beginnings(words).filter(isBadge), number };
}

/** Badges without blanks → the versions that carry them. */
export interface BadgeIndex {
  badges: ReadonlyMap<string, readonly BadgedModel[]>;
  /** Three digits → versions, to be read behind their make only: `bmw 320`, `mercedes 180`. */
  numbers: ReadonlyMap<string, readonly BadgedModel[]>;
}

function add(map: Map<string, BadgedModel[]>, key: string, model: BadgedModel): void {
  const known = map.get(key);
  if (known) known.push(model);
  else map.set(key, [model]);
}

/** @param isTaken whether a spelling already names something else, which then wins */
export function badgeIndex(
  models: readonly BadgedModel[],
  isTaken: (key: string) => boolean,
): BadgeIndex {
  const badges = new Map<string, BadgedModel[]>();
  const numbers = new Map<string, BadgedModel[]>();
  for (const model of models) {
    const spellings = spellingsOf(model.name);
    for (const key of spellings.badges) if (!isTaken(key)) add(badges, key, model);
    if (spellings.number) add(numbers, spellings.number, model);
  }
  for (const [key, carriers] of badges) {
    const makes = new Set(carriers.map(({ makeId }) => makeId));
    const isClear = /^[a-z]/.test(key) && makes.size === 1;
    if (key.length < SHORTEST_BADGE && !isClear) badges.delete(key);
  }
  return { badges, numbers };
}

/** What versions have in common: `320d`, `320d xDrive` → `320d`; null when that says nothing. */
export function commonName(models: readonly CatalogModel[]): string | null {
  const [first = "", ...others] = [...new Set(models.map(({ name }) => name))];
  let length = first.length;
  for (const other of others) {
    let same = 0;
    while (same < length && first[same] === other[same]) same += 1;
    length = same;
  }
  const common = first.slice(0, length).trim();
  return /\d/.test(common) ? common : null;
}
