import { openPlatform } from "@oto/services";
import { reindexAll } from "@oto/services/marketplace";
import { readWorkersEnv } from "../../env";
import { ProgressLine } from "./progress-line";

/**
 * `search:reindex` builds what searches read anew while searches go on: PostgreSQL's rows, then the
 * search server's index where there is one. Stopped or killed, the next call goes on from there.
 */
if (process.argv.length > 2) throw new Error(`unknown argument ${process.argv.slice(2).join(" ")}`);

/** Without a terminal one line in so many milliseconds. */
const LINE_MS = 5_000;

const platform = await openPlatform(readWorkersEnv(), "search-reindex");
const stopping = new AbortController();
process.once("SIGINT", () => stopping.abort());
process.once("SIGTERM", () => stopping.abort());

const line = new ProgressLine();
let shownAt = Number.NEGATIVE_INFINITY;
const begun = performance.now();
const run = reindexAll(platform, {
  signal: stopping.signal,
  onProgress: (progress) => {
    const text = line.render(progress);
    const isEnd = progress.done >= progress.total;
    if (process.stdout.isTTY) {
      process.stdout.write(`\r\u001b[K${text}${isEnd ? "\n" : ""}`);
      return;
    }
    const now = performance.now();
    if (!isEnd && now - shownAt < LINE_MS) return;
    shownAt = now;
    process.stdout.write(`${text}\n`);
  },
});
const findable = await run.catch((error: unknown) => {
  const why = error instanceof Error ? error.message : String(error);
  process.stderr.write(`\n${why}\nwhat was done stays done; the next call goes on from here\n`);
  process.exit(1);
});
await platform.close();

const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
if (stopping.signal.aborted) {
  process.stdout.write("\nstopped before the end; the next call goes on from here\n");
  process.exit(1);
}
process.stdout.write(`${findable.toLocaleString("en-US")} vehicles are findable; ${seconds} s\n`);
process.exit(0);
