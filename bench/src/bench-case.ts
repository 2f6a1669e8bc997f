/** One way to do the work that a case measures. */
export interface Contender {
  readonly name: string;
  /** Does the work once. */
  run(): Promise<unknown>;
}

/** What a case measures with, opened once for all of its rounds. */
export interface Arena {
  /** The floor comes first; the others are compared with it. */
  readonly contenders: readonly [Contender, ...Contender[]];
  close(): Promise<void>;
}

export interface BenchCase {
  readonly name: string;
  /** What is measured, and the bar. */
  readonly about: string;
  /** Rows that the data is made of. */
  readonly sizes: readonly number[];
  /** Smallest share of the floor's speed that is good enough. */
  readonly bar: number;
  open(size: number): Promise<Arena>;
}
