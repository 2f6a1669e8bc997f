import type { Quantity } from "./quantity";
import { readQuantity } from "./quantity";
import type { Token } from "./token";

/** A number or a pair of them with what is said about the side. */
export interface Bounds {
  low: Quantity | null;
  high: Quantity | null;
  /** No side was named: the number stands alone. */
  bare: boolean;
  next: number;
}

const AT_LEAST_BEFORE = ["en az", "min", "minimum", "asgari", ">", ">="];
const AT_MOST_BEFORE = ["en fazla", "en cok", "max", "maks", "maksimum", "azami", "<", "<="];
const AT_LEAST_AFTER = [
  "ve ustu",
  "ustu",
  "ustunde",
  "uzeri",
  "uzerinde",
  "ve uzeri",
  "sonrasi",
  "ve sonrasi",
  "den sonra",
  "dan sonra",
  "ten sonra",
  "tan sonra",
  "sonra",
  "itibaren",
  "yukari",
  "ve yukari",
  "yukarisi",
  "den fazla",
  "dan fazla",
  "fazla",
  "+",
];
const AT_MOST_AFTER = [
  "ve alti",
  "alti",
  "altinda",
  "altindaki",
  "asagi",
  "ve asagi",
  "asagisi",
  "oncesi",
  "ve oncesi",
  "once",
  "den once",
  "dan once",
  "ten once",
  "tan once",
  "a kadar",
  "e kadar",
  "ye kadar",
  "ya kadar",
  "kadar",
  "i gecmesin",
  "gecmesin",
  "gecmemis",
  "den az",
  "dan az",
  "az",
  "dusuk",
];
const BETWEEN = ["arasi", "arasinda", "araligi", "araliginda"];
const JOINERS = ["-", "–", "ile", "ila", "ve", "den", "dan"];

/** Number of words that one of the phrases takes from here, the longest first; 0 for none. */
function phraseAt(tokens: readonly Token[], from: number, phrases: readonly string[]): number {
  for (const length of [2, 1]) {
    const words = tokens.slice(from, from + length);
    if (words.length < length) continue;
    if (phrases.includes(words.map((token) => token.folded).join(" "))) return length;
  }
  return 0;
}

/** `500-700 bin`: the scale and unit of the second number hold for the first one too. */
function shareScale(first: Quantity, second: Quantity): Quantity {
  const borrows =
    first.scale === 1 && second.scale > 1 && first.value * second.scale <= second.value;
  return {
    ...first,
    value: borrows ? first.value * second.scale : first.value,
    scale: borrows ? second.scale : first.scale,
    unit: first.unit ?? second.unit,
  };
}

function readPair(tokens: readonly Token[], first: Quantity): Bounds | null {
  const joiner = JOINERS.includes(tokens[first.next]?.folded ?? "") ? 1 : 0;
  const second = readQuantity(tokens, first.next + joiner);
  if (!second) return null;
  const closing = phraseAt(tokens, second.next, BETWEEN);
  const dash = joiner === 1 && /^[-–]$/.test(tokens[first.next]?.text ?? "");
  if (!dash && closing === 0) return null;
  const low = shareScale(first, second);
  if (low.value > second.value) return null;
  return { low, high: second, bare: false, next: second.next + closing };
}

/** Reads `2018-2020`, `100 ile 150 bin km arası`, `en az 2018`, `150 bin km altı`, `2018+`. */
export function readBounds(tokens: readonly Token[], from: number): Bounds | null {
  const least = phraseAt(tokens, from, AT_LEAST_BEFORE);
  const most = least > 0 ? 0 : phraseAt(tokens, from, AT_MOST_BEFORE);
  const start = from + least + most;
  const first = readQuantity(tokens, start);
  if (!first) return null;
  if (least > 0) return { low: first, high: null, bare: false, next: first.next };
  if (most > 0) return { low: null, high: first, bare: false, next: first.next };
  const pair = readPair(tokens, first);
  if (pair) return pair;
  const over = phraseAt(tokens, first.next, AT_LEAST_AFTER);
  if (over > 0) return { low: first, high: null, bare: false, next: first.next + over };
  const under = phraseAt(tokens, first.next, AT_MOST_AFTER);
  if (under > 0) return { low: null, high: first, bare: false, next: first.next + under };
  return { low: first, high: first, bare: true, next: first.next };
}
