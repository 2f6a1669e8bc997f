import { setTimeout as sleep } from "node:timers/promises";
import { ListeningConnection } from "@oto/adapters";
import type { Lane } from "@oto/domain";
import { LANES } from "@oto/domain";
import type { Platform } from "@oto/services";
import { LANE_WIDTH, sendDue } from "@oto/services/notification";
import type { Running } from "./relay";

/** Looks again this often even when no wake-up came; retries and quiet hours end without one. */
const POLL_MS = 1_000;
const PAUSE_AFTER_FAILURE_MS = 1_000;

/** Wakes every lane when a commit wrote something to be sent. */
class DeliveryBell {
  readonly #connection: ListeningConnection;
  readonly #waiting = new Set<() => void>();
  #rings = 0;

  /** How often it has rung: what rang while one was busy is not slept through. */
  get rings(): number {
    return this.#rings;
  }

  constructor(platform: Platform) {
    this.#connection = new ListeningConnection({
      pool: platform.database.pool,
      logger: platform.logger,
    });
    void this.#connection
      .listen("message_delivery", () => {
        this.#rings += 1;
        for (const wake of this.#waiting) wake();
      })
      .catch(() => undefined);
  }

  /** Until something was written, the time is over or the senders stop. */
  async wait(heard: number, stopping: AbortSignal): Promise<void> {
    if (stopping.aborted || heard !== this.#rings) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        stopping.removeEventListener("abort", wake);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, POLL_MS);
      stopping.addEventListener("abort", wake, { once: true });
      this.#waiting.add(wake);
    });
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}

async function runLane(
  platform: Platform,
  lane: Lane,
  { bell, stopping }: { bell: DeliveryBell; stopping: AbortSignal },
): Promise<void> {
  while (!stopping.aborted) {
    const heard = bell.rings;
    try {
      const taken = await sendDue(platform, lane);
      if (taken < LANE_WIDTH[lane]) await bell.wait(heard, stopping);
    } catch (error) {
      platform.logger.error({ err: error, lane }, "sender failed; it tries again");
      await sleep(PAUSE_AFTER_FAILURE_MS, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
}

/**
 * Sends what consumers wrote, until stopped: a loop of its own for each lane, so that neither ten
 * thousand messages nor a provider that hangs holds up a code. What is under way is finished first.
 *
 * @param codes the platform as the lane of codes has it, with connections of its own
 */
export function startSenders(platform: Platform, codes: Platform): Running {
  const stopping = new AbortController();
  const bell = new DeliveryBell(codes);
  const loops = LANES.map((lane) =>
    runLane(lane === "otp" ? codes : platform, lane, { bell, stopping: stopping.signal }),
  );
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops);
      await bell.close();
    },
  };
}
