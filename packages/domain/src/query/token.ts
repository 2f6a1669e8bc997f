import { fold } from "../text";

/** One word of a query. */
export interface Token {
  /** As typed. */
  text: string;
  /** Folded, without a case suffix behind an apostrophe (`TL'ye` → `tl`). */
  folded: string;
  /** Written without a space before it (`150bin` → `150`, `bin`). */
  glued: boolean;
}

const UNITS =
  "bin|milyon|mio|mln|mn|km|kilometre|tl|try|lira|hp|bg|ps|beygir|litre|lt|cc|model|parca|k|m|l|₺";
/** `150bin`, `84.500km`, `2018-2020`, `500-700k`, `2018+`, `1.6lt`, `2018'den`, `2018den`. */
const NUMBER_WORD = new RegExp(
  `^(₺)?(\\d[\\d.,]*)(?:([-–])(\\d[\\d.,]*))?(${UNITS})?(${UNITS})?(\\+)?` +
    "(?:['’]?(?:den|dan|ten|tan|e|a|ye|ya|lik|li|lu|nin|nun|un|in))?$",
);

/** Case endings that people write behind an apostrophe. */
const CASE_ENDING = /['’](?:[dt][ae](?:n|ki)?|y?[aeiu]|n?[iu]n|l[iu]k?|s[iu])$/;

function split(word: string): string[] {
  const folded = fold(word);
  const match = NUMBER_WORD.exec(folded);
  // `330e` is a badge; years and amounts with a case ending are longer.
  if (!match || /^\d{3}[ea]$/.test(folded)) return [word];
  const parts = match.slice(1).filter((part): part is string => part !== undefined && part !== "");
  if (folded.length !== word.length) return parts;
  let at = 0;
  return parts.map((part) => {
    const start = folded.indexOf(part, at);
    at = start + part.length;
    return word.slice(start, at);
  });
}

function foldedWord(text: string): string {
  return fold(text)
    .replace(/^[.!?:"“”]+|[.!?:"“”]+$/g, "")
    .replace(CASE_ENDING, "");
}

/**
 * The words of a query. Numbers are set apart from what is written right behind them; commas count
 * as blanks unless they stand between digits.
 */
export function tokenize(query: string): Token[] {
  const words = query
    .normalize("NFC")
    .split(/[\s;/|()[\]{}]+|,(?!\d)|(?<!\d),/u)
    .filter((word) => word !== "");
  return words.flatMap((word) =>
    split(word).map((text, index) => ({ text, folded: foldedWord(text), glued: index > 0 })),
  );
}

/** The words back in one line, glued where they were. */
export function joinTokens(tokens: readonly Token[]): string {
  return tokens
    .map((token, index) => (token.glued || index === 0 ? "" : " ") + token.text)
    .join("");
}
