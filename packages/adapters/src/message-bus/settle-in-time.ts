import type { ConsumerBinding, Settlement } from "./message-bus.port";

export interface SettleOptions {
  readonly binding: Pick<ConsumerBinding, "retry" | "timeoutMs">;
  readonly attempt: number;
  /** How long a handler may go on after its signal aborted. */
  readonly graceMs: number;
  onError(error: unknown): void;
}

const AFTER_FAILURE_MS = 500;

/**
 * Asks a handler for its settlement. One that throws, or goes on after its time and the grace are
 * over, is asked again after the binding's back-off.
 */
export async function settleInTime(
  { binding, attempt, graceMs, onError }: SettleOptions,
  handle: (signal: AbortSignal) => Promise<Settlement>,
): Promise<Settlement> {
  const { retry, timeoutMs } = binding;
  const step = Math.min(attempt, retry.backoffMs.length) - 1;
  const backOff: Settlement = { retryInMs: retry.backoffMs[step] ?? AFTER_FAILURE_MS };
  const limit = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  const expired = new Promise<Settlement>((resolve) => {
    timers.push(
      setTimeout(() => limit.abort(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs),
      setTimeout(() => resolve(backOff), timeoutMs + graceMs),
    );
  });
  try {
    return await Promise.race([handle(limit.signal), expired]);
  } catch (error) {
    onError(error);
    return backOff;
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}
