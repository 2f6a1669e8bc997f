/**
 * The one fold for search, slugs and de-duplication: Turkish and other marked letters become their
 * plain ASCII base, everything lower-case. Never depends on the machine's locale.
 */
export function fold(text: string): string {
  return text
    .replace(/[İIı]/g, "i")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}

/** `Şahin S 1.6 (2019)` → `sahin-s-1-6-2019`; empty when nothing is left. */
export function slugify(text: string): string {
  return fold(text)
    .replace(/&/g, " ve ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

const collator = new Intl.Collator("tr", { numeric: true, sensitivity: "variant" });

/** Order of the Turkish alphabet, numbers by value: for `Array.prototype.sort`. */
export function trCompare(a: string, b: string): number {
  return collator.compare(a, b);
}
