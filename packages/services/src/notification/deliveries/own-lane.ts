import type { AdaptersEnv } from "@oto/adapters";
import { openOwnSms } from "@oto/adapters";
import { openDatabase } from "@oto/db";
import type { Platform } from "../../context";

/** What one lane needs: a claim, the messages of a batch, and room for settling them. */
const CONNECTIONS = 3;

export interface OwnLaneOptions {
  readonly url: string;
  readonly env: AdaptersEnv;
}

/**
 * The platform as the lane of codes has it: connections and providers' memory of its own, so that
 * neither consumers that hold every connection nor bulk messages that a provider refuses hold up a
 * code.
 */
export function openOwnLane(
  platform: Platform,
  { env, url }: OwnLaneOptions,
): Platform & { close(): Promise<void> } {
  const database = openDatabase({
    url,
    poolSize: CONNECTIONS,
    onIdleError: (error) => platform.logger.warn({ err: error }, "database connection lost"),
  });
  const sms = openOwnSms(env, { pool: database.pool, now: platform.now });
  return {
    ...platform,
    database,
    adapters: { ...platform.adapters, sms },
    close: () => database.close(),
  };
}
