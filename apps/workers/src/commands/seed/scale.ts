import { seedMarket } from "@oto/db/seed";
import type { Platform } from "@oto/services";
import { reindexAll } from "@oto/services/marketplace";
import { ProgressLine } from "../search-reindex/progress-line";
import { say } from "./progress";

/** Vehicles of the scenarios for measuring. */
export const MARKET_SIZES: Readonly<Record<string, number>> = {
  "1k": 1_000,
  "20k": 20_000,
  "200k": 200_000,
  million: 1_000_000,
};

/** Without a terminal one line in so many milliseconds. */
const LINE_MS = 5_000;

/** Shows how far something is: one line that changes, or a line now and then. */
function shower(): (text: string, isEnd: boolean) => void {
  let shownAt = Number.NEGATIVE_INFINITY;
  return (text, isEnd) => {
    if (process.stdout.isTTY) {
      process.stdout.write(`\r\u001b[K${text}${isEnd ? "\n" : ""}`);
    } else if (isEnd || performance.now() - shownAt >= LINE_MS) {
      shownAt = performance.now();
      say(text);
    }
  };
}

/** Adds a market of a size, searchable at the end. Ctrl-C ends it early, the next call goes on. */
export async function seedScale(platform: Platform, vehicles: number): Promise<void> {
  const stopping = new AbortController();
  process.once("SIGINT", () => stopping.abort());
  const begun = performance.now();
  const show = shower();
  const wide = (value: number) => value.toLocaleString("en-US");
  let before: number | undefined;
  await seedMarket(platform.database.pool, {
    vehicles,
    signal: stopping.signal,
    onProgress: (done, total) => {
      // The first chunk's size is not known when an earlier run is gone on with.
      before ??= done;
      const rate = Math.round((done - before) / ((performance.now() - begun) / 1_000));
      show(`vehicles  ${wide(done)} of ${wide(total)}  ${wide(rate)}/s`, done === total);
    },
  });
  const line = new ProgressLine();
  const findable = await reindexAll(platform, {
    signal: stopping.signal,
    onProgress: (progress) => show(line.render(progress), progress.done >= progress.total),
  });
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  say(`${wide(findable)} vehicles are findable; ${seconds} s`);
}
