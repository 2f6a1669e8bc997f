import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Client, Outcome } from "./client";
import type { Trader } from "./people";

/** One thing a client asked for, and what it was told. */
export interface Operation {
  kind: "price" | "offer";
  vehicleId: string;
  /** Unlike that of every other operation of the run: it finds the operation's traces. */
  amount: number;
  outcome: Outcome["result"];
  /** Why it was refused. */
  reason?: string;
}

const reasonOf = (outcome: Outcome) =>
  outcome.result === "refused" ? { reason: outcome.reason } : {};

export interface LoadOptions {
  client: Client;
  traders: readonly Trader[];
  tokens: ReadonlyMap<string, string>;
  /** Operations to do in all. */
  operations: number;
  concurrency: number;
}

const FIRST_AMOUNT = 50_000_000;
let amounts = 0;
const nextAmount = () => {
  amounts += 1;
  return FIRST_AMOUNT + amounts * 100;
};

/** Clients that change prices, and make and withdraw offers, as fast as they are answered. */
export class Load {
  readonly log: Operation[] = [];
  readonly #options: LoadOptions;
  #started = 0;

  get client(): Client {
    return this.#options.client;
  }

  /** Everybody who works here, with what lets them in. */
  signedIn(): { trader: Trader; token: string }[] {
    const { tokens, traders } = this.#options;
    return traders.map((trader) => ({ trader, token: tokens.get(trader.userId) ?? "" }));
  }

  /** What clients met on the way, of which they told nobody. */
  get troubles() {
    return this.#options.client.troubles;
  }

  constructor(options: LoadOptions) {
    this.#options = options;
  }

  /** Resolves when that share of the operations, 0 to 1, has been answered. */
  async reached(share: number): Promise<void> {
    while (this.log.length < share * this.#options.operations) await pause(20);
  }

  async run(): Promise<void> {
    const { concurrency, operations, traders } = this.#options;
    const work = async (index: number) => {
      const own = traders.filter((_, at) => at % concurrency === index);
      for (let turn = 0; this.#started < operations; turn += 1) {
        const trader = own[turn % own.length];
        if (!trader) return;
        this.#started += 1;
        const vehicleId = trader.vehicleIds[turn % trader.vehicleIds.length] ?? "";
        await this.#changePrice(trader, vehicleId);
        if (turn % 4 === 0) await this.#offerOnce(trader, turn);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, (_, index) => work(index)));
  }

  async #changePrice(trader: Trader, vehicleId: string): Promise<void> {
    const amount = nextAmount();
    const outcome = await this.#call(trader, "inventory.changePrice", {
      vehicleId,
      price: { amount, currency: "TRY" },
    });
    const { result } = outcome;
    this.log.push({ kind: "price", vehicleId, amount, outcome: result, ...reasonOf(outcome) });
  }

  async #offerOnce(buyer: Trader, turn: number): Promise<void> {
    const { traders } = this.#options;
    const at = traders.indexOf(buyer);
    const seller = traders[(at + 1 + (turn % (traders.length - 1))) % traders.length];
    const vehicleId = seller?.vehicleIds[turn % seller.vehicleIds.length];
    if (!vehicleId || seller === buyer) return;
    this.#started += 1;
    const amount = nextAmount();
    const made = await this.#call(buyer, "offer.create", {
      vehicleId,
      amount: { amount, currency: "TRY" },
    });
    if (made.result === "refused") return;
    this.log.push({ kind: "offer", vehicleId, amount, outcome: made.result });
    // An offer whose answer was lost stays open; the next one on that vehicle is refused then.
    if (made.result !== "done") return;
    const { offerId } = made.data as { offerId: string };
    await this.#call(buyer, "offer.withdraw", { offerId, round: 1 });
  }

  #call(trader: Trader, procedure: string, input: object): Promise<Outcome> {
    const token = this.#options.tokens.get(trader.userId) ?? "";
    const idempotencyKey = randomUUID();
    return this.#options.client.call({ token, procedure, input, idempotencyKey });
  }
}
