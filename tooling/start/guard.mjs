// Runs beside the start command and outlives it: when that process is gone without having stopped its
// children (kill -9, a closed container shell), they are stopped from here.
import { runningOn, stopLeftovers } from "./running.mjs";

const dataFolder = process.argv[2] ?? "";

// The start command holds the other end and never writes: the end of this stream is its own end.
process.stdin.resume();
process.stdin.once("close", async () => {
  if (runningOn(dataFolder) === undefined) {
    await stopLeftovers(dataFolder);
  }
  process.exit(0);
});
