import type { Contender } from "./bench-case";
import { Work } from "./bench-case";

export interface Figures {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface Plan {
  readonly rounds: number;
  readonly roundMs: number;
  readonly concurrency: number;
}

/** The value below which that share of the numbers lies; 0 of none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

async function round(contender: Contender, plan: Plan): Promise<Figures> {
  const { clients = plan.concurrency, once = false } = contender;
  await contender.prepare?.();
  const latencies: number[] = [];
  let done = 0;
  const started = performance.now();
  const until = once ? started : started + plan.roundMs;
  const client = async () => {
    do {
      const before = performance.now();
      const made = await contender.run();
      const isWork = made instanceof Work;
      done += isWork ? made.count : 1;
      latencies.push(...(isWork ? made.steps : [performance.now() - before]));
    } while (performance.now() < until);
  };
  await Promise.all(Array.from({ length: once ? 1 : clients }, client));
  const seconds = (performance.now() - started) / 1_000;
  return {
    perSecond: done / seconds,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
  };
}

/** Figures of every contender in every round. */
export type Rounds = readonly (readonly Figures[])[];

/**
 * Lets contenders take turns, in another order every round, so that a noisy neighbour hits all of
 * them. The first round warms up and is thrown away.
 */
export async function takeTurns(
  contenders: readonly Contender[],
  plan: Plan,
  onRound: (done: number) => void,
): Promise<Rounds> {
  const rounds: Figures[][] = contenders.map(() => []);
  for (let turn = 0; turn <= plan.rounds; turn += 1) {
    for (let at = 0; at < contenders.length; at += 1) {
      const index = (at + turn) % contenders.length;
      const contender = contenders[index];
      if (!contender) continue;
      const figures = await round(contender, plan);
      if (turn > 0) rounds[index]?.push(figures);
    }
    onRound(turn);
  }
  return rounds;
}

/** The median of every figure over the rounds. */
export function summary(rounds: readonly Figures[]): Figures {
  const of = (key: keyof Figures) => median(rounds.map((figures) => figures[key]));
  return { perSecond: of("perSecond"), p50: of("p50"), p95: of("p95"), p99: of("p99") };
}
