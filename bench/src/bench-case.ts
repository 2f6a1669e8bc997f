/** How a piece of work went that knows its own parts better than a clock around it does. */
export class Work {
  /** How much was done. */
  readonly count: number;
  /** Milliseconds of each step; none are counted when it has none. */
  readonly steps: readonly number[];

  constructor(count: number, steps: readonly number[] = []) {
    this.count = count;
    this.steps = steps;
  }
}

/** What is good enough; whatever is given must hold. */
export interface Bar {
  /** Smallest share of the floor's speed. */
  readonly share?: number;
  readonly perSecond?: number;
  /** Longest 95th percentile, in milliseconds. */
  readonly p95?: number;
  /** Longest median, in milliseconds. */
  readonly p50?: number;
  /** Most memory, in MB. */
  readonly memoryMb?: number;
}

/** One way to do the work that a case measures. */
export interface Contender {
  readonly name: string;
  /** Of this one; the case's own unless given. */
  readonly bar?: Bar;
  /** How many do it at once; as many as the plan says unless given. */
  readonly clients?: number;
  /** A round is one run of it. */
  readonly once?: true;
  /** Before every round; takes no part in what is measured. */
  prepare?(): Promise<unknown>;
  /** Does the work once; a `Work` says how much it was. */
  run(): Promise<unknown>;
}

/** What a case measures with, opened once for all of its rounds. */
export interface Arena {
  /** The floor comes first; the others are compared with it. */
  readonly contenders: readonly [Contender, ...Contender[]];
  /** False where the first contender is measured against its own bar. */
  readonly hasFloor?: boolean;
  /** Of the process that does the work; this one unless given. */
  memoryMb?(): Promise<number>;
  close(): Promise<void>;
}

export interface BenchCase {
  readonly name: string;
  /** What is measured, and the bar. */
  readonly about: string;
  /** Rows that the data is made of. */
  readonly sizes: readonly number[];
  readonly bar: Bar;
  open(size: number): Promise<Arena>;
}
