import type { OpenPlatform } from "@oto/services";
import type { Person } from "./people";
import { tokenOf } from "./people";

/** What a call came to. A refusal carries the platform's reason; `null` came without an answer. */
export type Answer =
  | { ok: true; data: unknown }
  | { ok: false; reason: string; status: number }
  | { ok: false; reason: "no_answer"; status: 0 };

interface Body {
  result?: { data?: unknown };
  error?: { data?: { reason?: unknown } };
}

const ANSWER_MS = 60_000;

/** Calls procedures at the API processes in turn and keeps count of what they answer. */
export class Client {
  /** Answers by procedure and outcome. */
  readonly outcomes = new Map<string, number>();
  readonly #platform: OpenPlatform;
  readonly #addresses: readonly string[];
  #calls = 0;

  constructor(platform: OpenPlatform, addresses: readonly string[]) {
    this.#platform = platform;
    this.#addresses = addresses;
  }

  /** How many calls were answered. */
  get answered(): number {
    return [...this.outcomes.values()].reduce((sum, n) => sum + n, 0);
  }

  async call(person: Person, procedure: string, input: object): Promise<Answer> {
    let answer = await this.#ask(person, procedure, input);
    if (!answer.ok && answer.status === 401) {
      // Tokens live ten minutes; a slow machine needs longer.
      person.token = await tokenOf(this.#platform, person.email);
      answer = await this.#ask(person, procedure, input);
    }
    const key = `${procedure} ${answer.ok ? "done" : answer.reason}`;
    this.outcomes.set(key, (this.outcomes.get(key) ?? 0) + 1);
    return answer;
  }

  async #ask({ token }: Person, procedure: string, input: object): Promise<Answer> {
    this.#calls += 1;
    const address = this.#addresses[this.#calls % this.#addresses.length] ?? "";
    try {
      const response = await fetch(`${address}/trpc/${procedure}`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify(input),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      const body = (await response.json()) as Body;
      if (response.status < 300) return { ok: true, data: body.result?.data };
      const reason = body.error?.data?.reason;
      const { status } = response;
      return { ok: false, reason: typeof reason === "string" ? reason : `http_${status}`, status };
    } catch {
      return { ok: false, reason: "no_answer", status: 0 };
    }
  }
}
