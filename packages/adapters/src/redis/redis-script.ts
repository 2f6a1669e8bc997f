import { createHash } from "node:crypto";
import type { RedisClient } from "./redis-clients";

/** A Lua script that the server keeps: sent by its hash, and in full where it is not known yet. */
export class RedisScript {
  readonly #text: string;
  readonly #hash: string;

  constructor(text: string) {
    this.#text = text;
    this.#hash = createHash("sha1").update(text).digest("hex");
  }

  /** Runs it on keys of one slot. Numbers travel as text. */
  async run(
    client: RedisClient,
    keys: readonly string[],
    values: readonly (string | number)[] = [],
  ): Promise<unknown> {
    try {
      return await client.evalsha(this.#hash, keys.length, ...keys, ...values);
    } catch (error) {
      // After a restart or a flush of scripts.
      if (!(error instanceof Error) || !error.message.startsWith("NOSCRIPT")) throw error;
      return client.eval(this.#text, keys.length, ...keys, ...values);
    }
  }
}
