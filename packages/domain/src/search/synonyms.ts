import { fold } from "../text";

/** Words that mean the same either way round; all in their folded spelling. */
export const SYNONYM_GROUPS: readonly (readonly string[])[] = [
  ["vw", "volkswagen", "wolksvagen", "volswagen", "volksvagen", "wolkswagen"],
  ["mercedes", "mercedes-benz", "benz", "mersedes", "mercedez"],
  ["bmw", "bmv"],
  ["renault", "reno", "renolt"],
  ["peugeot", "pejo", "peujo", "peugot"],
  ["hyundai", "hundai", "hyundayi", "hunday"],
  ["citroen", "sitroen", "citroyen"],
  ["chevrolet", "sevrole", "cevrole", "chevrole"],
  ["skoda", "eskoda"],
  ["porsche", "porse", "pors"],
  ["toyota", "toyata"],
  ["nissan", "nisan"],
  ["land rover", "landrover"],
  ["alfa romeo", "alfaromeo"],
  ["hatchback", "hb", "hecbek", "hacback"],
  ["station wagon", "station", "sw", "steysin", "estate"],
  ["dizel", "diesel", "mazot"],
  ["benzin", "benzinli"],
  ["lpg", "tuplu"],
  ["hibrit", "hybrid"],
  ["elektrikli", "elektrik", "ev"],
  ["manuel", "duz vites", "manual"],
  ["boyasiz", "hatasiz"],
  ["cabrio", "kabrio", "convertible"],
  ["coupe", "kupe"],
  ["pickup", "pick-up", "pick up", "pikap"],
  ["jip", "suv", "cip"],
  ["sunroof", "cam tavan"],
];

/** Words that stand for more special ones: who asks for the first is content with the others. */
export const ONE_WAY_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  otomatik: ["dsg", "edc", "cvt", "dct", "s tronic", "tiptronic", "eat6", "eat8", "xtronic"],
  tofas: ["sahin", "dogan", "kartal", "murat", "serce"],
  "4x4": ["quattro", "xdrive", "4matic", "4motion", "awd"],
};

const groupOf = new Map<string, readonly string[]>();
for (const group of SYNONYM_GROUPS) for (const word of group) groupOf.set(word, group);

/** All spellings that a word may stand for, folded, the word itself first. */
export function expandSynonyms(word: string): string[] {
  const folded = fold(word).trim();
  const same = groupOf.get(folded) ?? [];
  const narrower = same.concat(folded).flatMap((each) => ONE_WAY_SYNONYMS[each] ?? []);
  return [...new Set([folded, ...same, ...narrower])];
}

/**
 * The folded text followed by every synonym of its words and word pairs, for building the search
 * text of a listing. Model codes are added joined and apart (`320 d` and `320d`, `c-hr` and `chr`,
 * `1,6` and `1.6`).
 */
export function expandText(text: string): string {
  const folded = fold(text).replace(/\s+/g, " ").trim();
  const words = folded.split(" ");
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
  const extra = new Set<string>();
  for (const part of [...words, ...pairs]) {
    for (const synonym of groupOf.get(part) ?? []) extra.add(synonym);
  }
  for (const alias of codeAliases(folded)) extra.add(alias);
  for (const word of words) extra.delete(word);
  return [folded, ...extra].join(" ");
}

/** Other spellings of the model codes in a folded text. */
export function codeAliases(folded: string): string[] {
  const aliases = new Set<string>();
  for (const [, digits = "", letters = ""] of folded.matchAll(/\b(\d{2,4})\s?([a-z]{1,2})\b/g)) {
    aliases.add(digits + letters);
    aliases.add(`${digits} ${letters}`);
  }
  for (const [, letters = "", digits = ""] of folded.matchAll(/\b([a-z]{1,3})[\s-]?(\d{1,3})\b/g)) {
    aliases.add(letters + digits);
    aliases.add(`${letters} ${digits}`);
  }
  for (const [word, left = "", right = ""] of folded.matchAll(/\b([a-z]{1,3})-([a-z]{1,6})\b/g)) {
    aliases.add(word);
    aliases.add(left + right);
    aliases.add(`${left} ${right}`);
  }
  for (const [, whole = "", tenth = ""] of folded.matchAll(/\b(\d)[.,](\d)\b/g)) {
    aliases.add(`${whole}.${tenth}`);
    aliases.add(`${whole},${tenth}`);
  }
  return [...aliases];
}
