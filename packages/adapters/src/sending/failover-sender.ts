import { setTimeout as wait } from "node:timers/promises";
import { CircuitBreaker } from "./circuit-breaker";
import type { Provider, ProviderAnswer } from "./provider";
import { SendFailedError } from "./send-failed.error";
import type { LedgerEntry, SendLedger } from "./send-ledger";
import type { SendReceipt, SendTry } from "./send-receipt";
import { SendRefusedError } from "./send-refused.error";

const LOOK_AGAIN_MS = 50;

export interface Sendable {
  readonly idempotencyKey: string;
}

export interface FailoverOptions<Message extends Sendable> {
  /** In the order they are tried. */
  readonly providers: readonly Provider<Message>[];
  readonly ledger: SendLedger;
  readonly now: () => Date;
  /** Whether a message that may have gone out is better sent twice than not at all. */
  readonly betterTwice?: (message: Message) => boolean;
}

interface Route<Message> {
  readonly provider: Provider<Message>;
  readonly breaker: CircuitBreaker;
}

interface Go {
  readonly tries: SendTry[];
  /** The provider that may already have it, and can tell. */
  readonly pinnedTo: string | null;
}

/**
 * Hands a message to the first provider that takes it, once a key. Providers that fail are passed
 * over, and left alone for a while when they go on failing; what one of them refuses for good is not
 * tried with the next; what one of them may have taken is not tried with the next either.
 */
export class FailoverSender<Message extends Sendable> {
  readonly #options: FailoverOptions<Message>;
  readonly #routes: readonly Route<Message>[];

  constructor(options: FailoverOptions<Message>) {
    this.#options = options;
    this.#routes = options.providers.map((provider) => ({
      provider,
      breaker: new CircuitBreaker(options.now),
    }));
  }

  /** @throws Error while every provider is left alone */
  async check(): Promise<void> {
    const open = this.#routes.filter(({ breaker }) => breaker.isOpen);
    if (open.length < this.#routes.length) return;
    throw new Error(`${open.map(({ provider }) => provider.name).join(", ")} failing`);
  }

  async send(message: Message): Promise<SendReceipt> {
    const { ledger } = this.#options;
    const entry = await this.#claim(message);
    if (entry.state === "sent") return { id: entry.id, repeated: true, tries: [] };
    if (entry.state !== "mine") {
      throw new SendFailedError("unknown", "an earlier try may have gone out");
    }
    const go: Go = { tries: [], pinnedTo: entry.pinnedTo };
    try {
      return await this.#tryAll(message, go);
    } catch (error) {
      if (!(error instanceof UnconfirmedError)) await ledger.release(message.idempotencyKey);
      throw error;
    }
  }

  /** Claims the key; whoever else has it in hand is waited for. */
  async #claim(message: Message): Promise<LedgerEntry> {
    const { betterTwice, ledger } = this.#options;
    const key = message.idempotencyKey;
    const twice = betterTwice?.(message) ?? false;
    let entry = await ledger.claim(key, twice);
    while (entry.state === "busy") {
      await wait(LOOK_AGAIN_MS);
      entry = await ledger.claim(key, twice);
    }
    if (entry.state !== "unknown") return entry;
    const { provider } = entry;
    const asks = this.#routes.find((route) => route.provider.name === provider);
    return asks?.provider.settlesRepeats ? ledger.claim(key, true) : entry;
  }

  async #tryAll(message: Message, { pinnedTo, tries }: Go): Promise<SendReceipt> {
    const { betterTwice, ledger } = this.#options;
    const key = message.idempotencyKey;
    const twice = betterTwice?.(message) ?? false;
    const pinned = this.#routes.filter(
      ({ provider }) => provider.name === pinnedTo && provider.settlesRepeats && !twice,
    );
    for (const route of pinned.length > 0 ? pinned : this.#routes) {
      if (!route.breaker.allows()) continue;
      const { provider } = route;
      await ledger.handOver(key, provider.name);
      const answer = await this.#tryOne(route, message, tries);
      if (answer.outcome === "sent") {
        const id = answer.id ?? key;
        await ledger.sent(key, { id, provider: provider.name });
        return { id, repeated: false, tries };
      }
      if (answer.outcome === "give_up") {
        throw new SendRefusedError(answer.code, answer.detail ?? "refused", tries);
      }
      if (answer.outcome === "unknown" && !twice) {
        await ledger.unknown(key, provider.name);
        // Whoever can tell is asked again later; nobody knows otherwise.
        const kind = provider.settlesRepeats ? "retry" : "unknown";
        throw new UnconfirmedError(kind, tries);
      }
    }
    if (pinned.length > 0) throw new UnconfirmedError("retry", tries);
    const alert = tries.length > 0 && tries.every(({ outcome }) => outcome === "alert");
    throw new SendFailedError(alert ? "alert" : "retry", "no provider took the message", tries);
  }

  async #tryOne(
    { breaker, provider }: Route<Message>,
    message: Message,
    tries: SendTry[],
  ): Promise<ProviderAnswer> {
    const started = performance.now();
    const answer = await provider.deliver(message);
    const { code, costUnits = 0, detail, outcome } = answer;
    tries.push({
      provider: provider.name,
      outcome,
      code,
      costUnits: outcome === "sent" ? costUnits : 0,
      tookMs: performance.now() - started,
      ...(detail ? { detail } : {}),
    });
    if (outcome === "sent" || outcome === "give_up") breaker.succeeded();
    else breaker.failed();
    return answer;
  }
}

/** The key stays in the ledger as unknown; `retry` says that its provider can settle it. */
class UnconfirmedError extends SendFailedError {
  constructor(kind: "retry" | "unknown", tries: readonly SendTry[]) {
    super(kind, "nobody knows whether the message went out", tries);
  }
}
