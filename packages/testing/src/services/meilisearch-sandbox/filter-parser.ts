import { ApiError } from "./api-error";

/** A filter expression as it was read. */
export type Filter =
  | { readonly kind: "and" | "or"; readonly parts: readonly Filter[] }
  | { readonly kind: "not"; readonly part: Filter }
  | { readonly kind: "exists" | "null" | "empty"; readonly field: string }
  | { readonly kind: "in"; readonly field: string; readonly values: readonly string[] }
  | {
      readonly kind: "compare";
      readonly field: string;
      readonly operator: string;
      readonly value: string;
    };

interface Token {
  readonly text: string;
  /** Quoted words are never keywords. */
  readonly quoted: boolean;
  readonly at: number;
}

const SYMBOL = /^(?:!=|>=|<=|[=<>()[\],])/;
const WORD = /^[^\s=<>!()[\],'"]+/;

const complaint = (what: string, at: number) =>
  new ApiError("invalid_search_filter", `${what}\n${at + 1}:${at + 2}`);

function readQuoted(text: string, start: number): { value: string; end: number } {
  const quote = text[start];
  let value = "";
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === "\\" && (text[at + 1] === quote || text[at + 1] === "\\")) {
      value += text[at + 1];
      at += 1;
    } else if (text[at] === quote) return { value, end: at + 1 };
    else value += text[at];
  }
  throw complaint(
    `Expression \`${text}\` is missing the following closing delimiter: \`${quote}\`.`,
    start,
  );
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest);
    if (space) {
      at += space[0].length;
      continue;
    }
    if (rest[0] === '"' || rest[0] === "'") {
      const { value, end } = readQuoted(text, at);
      tokens.push({ text: value, quoted: true, at });
      at = end;
      continue;
    }
    const found = SYMBOL.exec(rest) ?? WORD.exec(rest);
    if (!found) throw complaint(`Unexpected character \`${rest[0]}\`.`, at);
    tokens.push({ text: found[0], quoted: false, at });
    at += found[0].length;
  }
  return tokens;
}

const COMPARISONS = new Set(["=", "!=", ">", ">=", "<", "<="]);

/** Recursive descent: OR below AND below NOT, as documented. */
class Parser {
  readonly #tokens: Token[];
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
    this.#tokens = tokenize(source);
  }

  whole(): Filter {
    const filter = this.#or();
    const left = this.#tokens[this.#at];
    if (left)
      throw complaint(
        `Found unexpected characters at the end of the filter: \`${left.text}\`.`,
        left.at,
      );
    return filter;
  }

  #isNext(word: string, ahead = 0): boolean {
    const token = this.#tokens[this.#at + ahead];
    return token !== undefined && !token.quoted && token.text === word;
  }

  #take(word: string): boolean {
    if (!this.#isNext(word)) return false;
    this.#at += 1;
    return true;
  }

  #demand(word: string): void {
    if (!this.#take(word)) throw this.#problem(`\`${word}\` was expected`);
  }

  #problem(what: string): ApiError {
    const token = this.#tokens[this.#at];
    const place = token?.at ?? this.#source.length;
    return complaint(`${what} but instead got \`${token?.text ?? "nothing"}\`.`, place);
  }

  #or(): Filter {
    const parts = [this.#and()];
    while (this.#take("OR")) parts.push(this.#and());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "or", parts };
  }

  #and(): Filter {
    const parts = [this.#not()];
    while (this.#take("AND")) parts.push(this.#not());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "and", parts };
  }

  #not(): Filter {
    if (this.#take("NOT")) return { kind: "not", part: this.#not() };
    if (!this.#take("(")) return this.#condition();
    const inner = this.#or();
    this.#demand(")");
    return inner;
  }

  #value(): string {
    const token = this.#tokens[this.#at];
    const isSymbol = token !== undefined && !token.quoted && SYMBOL.test(token.text);
    const isKeyword =
      token !== undefined && !token.quoted && /^(AND|OR|NOT|IN|EXISTS|IS|TO)$/.test(token.text);
    if (!token || isSymbol || isKeyword) throw this.#problem("Was expecting a value");
    this.#at += 1;
    return token.text;
  }

  #condition(): Filter {
    const field = this.#value();
    const operator = this.#tokens[this.#at];
    if (operator && !operator.quoted && COMPARISONS.has(operator.text)) {
      this.#at += 1;
      return { kind: "compare", field, operator: operator.text, value: this.#value() };
    }
    if (this.#take("EXISTS")) return { kind: "exists", field };
    if (this.#take("IN")) return { kind: "in", field, values: this.#list() };
    if (this.#take("IS")) {
      const isNot = this.#take("NOT");
      const kind = this.#take("NULL") ? "null" : "empty";
      if (kind === "empty") this.#demand("EMPTY");
      return isNot ? { kind: "not", part: { kind, field } } : { kind, field };
    }
    if (this.#take("NOT")) {
      if (this.#take("EXISTS")) return { kind: "not", part: { kind: "exists", field } };
      this.#demand("IN");
      return { kind: "not", part: { kind: "in", field, values: this.#list() } };
    }
    const from = this.#value();
    this.#demand("TO");
    const to = this.#value();
    const side = (sign: string, value: string): Filter => ({
      kind: "compare",
      field,
      operator: sign,
      value,
    });
    return { kind: "and", parts: [side(">=", from), side("<=", to)] };
  }

  #list(): string[] {
    const values: string[] = [];
    this.#demand("[");
    while (!this.#take("]")) {
      values.push(this.#value());
      if (!this.#isNext("]")) this.#demand(",");
    }
    return values;
  }
}

const parsed = new Map<string, Filter>();

function parseText(text: string): Filter {
  const known = parsed.get(text);
  if (known) return known;
  const filter = new Parser(text).whole();
  if (parsed.size > 1_000) parsed.clear();
  parsed.set(text, filter);
  return filter;
}

/**
 * Reads a `filter` parameter: a string, or an array (AND) of strings and arrays (OR) of strings.
 * @throws ApiError `invalid_search_filter`
 */
export function parseFilter(filter: unknown): Filter | null {
  if (filter === null || filter === undefined || filter === "") return null;
  if (typeof filter === "string") return filter.trim() === "" ? null : parseText(filter);
  if (!Array.isArray(filter)) {
    throw new ApiError(
      "invalid_search_filter",
      "Invalid syntax for the filter parameter: `expected String, Array`.",
    );
  }
  const parts = filter.map((each: unknown): Filter => {
    if (typeof each === "string") return parseText(each);
    if (!Array.isArray(each) || !each.every((inner) => typeof inner === "string")) {
      throw new ApiError(
        "invalid_search_filter",
        "Too many filter conditions, or nested too deeply.",
      );
    }
    return { kind: "or", parts: each.map((inner: string) => parseText(inner)) };
  });
  return parts.length === 0 ? null : { kind: "and", parts };
}
