import { setTimeout as pause } from "node:timers/promises";

/** How an operation ended for the client that kept asking until it knew. */
export type Outcome =
  | { result: "done"; data: unknown }
  /** Done at an earlier try, whose answer was lost on the way. */
  | { result: "done_before" }
  | { result: "refused"; reason: string }
  | { result: "unknown" };

export interface Call {
  token: string;
  procedure: string;
  input: object;
  idempotencyKey: string;
}

const ANSWER_MS = 15_000;
const PAUSE_MS = 200;
/** Answers that say nothing about whether the call took effect, or that ask to come again. */
const AGAIN = new Set([
  "idempotency.in_progress",
  "write.conflict",
  "rate.limited",
  "service.unavailable",
]);

/** As far as a client looks into an answer. */
interface Body {
  result?: { data?: unknown };
  error?: { data?: { reason?: unknown } };
}

function refusalOf({ error }: Body): string | null {
  return typeof error?.data?.reason === "string" ? error.data.reason : null;
}

/**
 * Calls a procedure at one API process after the other, with one idempotency key, until it knows
 * what became of it: as an app on a phone with a bad connection would.
 */
export class Client {
  readonly #addresses: readonly string[];
  readonly #patienceMs: number;
  #next = 0;
  /** Answers with a status of 500 and above, and calls without any answer. */
  readonly troubles = { serverErrors: 0, noAnswer: 0 };

  constructor(addresses: readonly string[], patienceMs: number) {
    this.#addresses = addresses;
    this.#patienceMs = patienceMs;
  }

  async call(call: Call): Promise<Outcome> {
    const until = Date.now() + this.#patienceMs;
    while (Date.now() < until) {
      const outcome = await this.#try(call);
      if (outcome) return outcome;
      await pause(PAUSE_MS);
    }
    return { result: "unknown" };
  }

  async #try({ idempotencyKey, input, procedure, token }: Call): Promise<Outcome | null> {
    this.#next = (this.#next + 1) % this.#addresses.length;
    const address = this.#addresses[this.#next] ?? "";
    const answer = await fetch(`${address}/trpc/${procedure}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": idempotencyKey,
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(ANSWER_MS),
    })
      .then(async (response) => ({
        status: response.status,
        body: (await response.json()) as Body,
      }))
      .catch(() => null);
    if (answer === null) {
      this.troubles.noAnswer += 1;
      return null;
    }
    if (answer.status < 300) return { result: "done", data: answer.body.result?.data };
    if (answer.status >= 500) {
      this.troubles.serverErrors += 1;
      return null;
    }
    const reason = refusalOf(answer.body) ?? `http_${answer.status}`;
    if (AGAIN.has(reason)) return null;
    return reason === "idempotency.answer_lost"
      ? { result: "done_before" }
      : { result: "refused", reason };
  }
}
