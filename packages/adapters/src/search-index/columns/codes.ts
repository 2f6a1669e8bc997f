/** Small numbers for texts, from 1 on; 0 stands for none. They stay the same while the process lives. */
export class Codes {
  readonly #codes = new Map<string, number>();
  readonly #values: string[] = [""];

  /** The code of a text, a new one when it has none yet. */
  codeOf(value: string | null): number {
    if (value === null) return 0;
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.#values.length;
    this.#codes.set(value, code);
    this.#values.push(value);
    return code;
  }

  /** The codes of those texts that have one. */
  known(values: readonly string[]): number[] {
    return values.flatMap((value) => this.#codes.get(value) ?? []);
  }

  valueOf(code: number): string {
    return this.#values[code] ?? "";
  }

  /** One more than the greatest code. */
  get size(): number {
    return this.#values.length;
  }
}
