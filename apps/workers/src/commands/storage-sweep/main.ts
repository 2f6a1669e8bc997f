import { openPlatform } from "@oto/services";
import { sweepStorage } from "@oto/services/media";
import { readWorkersEnv } from "../../env";

/**
 * `storage:sweep` compares the object storage with the photos and repairs what it finds;
 * `--dry-run` only counts. Ends with 1 when something was found that it did not repair.
 */
const dryRun = process.argv.includes("--dry-run");
const unknown = process.argv.slice(2).filter((argument) => argument !== "--dry-run");
if (unknown.length > 0) throw new Error(`unknown argument ${unknown.join(" ")}`);

const platform = await openPlatform(readWorkersEnv(), "storage-sweep");
const stopping = new AbortController();
process.once("SIGINT", () => stopping.abort());
process.once("SIGTERM", () => stopping.abort());

const report = await sweepStorage(platform, {
  dryRun,
  signal: stopping.signal,
  onProgress: ({ objects, photos }) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${objects} files, ${photos} photos`);
  },
});
await platform.close();
if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");

const LINES: [keyof typeof report, string][] = [
  ["objects", "files of photos"],
  ["photos", "photos"],
  ["others", "other files, not looked at"],
  ["young", "files without a photo, young enough to be an upload"],
  ["orphans", "files without a photo"],
  ["orphanBytes", "  their bytes"],
  ["removed", "  removed"],
  ["picturesMissing", "photos without a picture of theirs"],
  ["remade", "  sent to the workers again"],
  ["givenUp", "  given up: the original is gone too"],
  ["originalsMissing", "photos that show but have lost their original"],
];
for (const [count, what] of LINES) {
  process.stdout.write(`${String(report[count]).padStart(12)}  ${what}\n`);
}
if (stopping.signal.aborted) process.stdout.write("stopped before the end\n");
if (dryRun) process.stdout.write("dry run: nothing was changed\n");

const left = report.orphans - report.removed + report.picturesMissing - report.remade;
process.exit(stopping.signal.aborted || left + report.originalsMissing > report.givenUp ? 1 : 0);
