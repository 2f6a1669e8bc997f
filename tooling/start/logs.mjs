import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import path from "node:path";

/** As pino writes them, by number or by name. */
const ERROR_LEVELS = new Set([50, 60, "error", "fatal"]);
const BIGGEST = 20 * 1024 * 1024;

/**
 * Opens `logs/<name>.log` of a data folder for appending; a big one is put aside first.
 * @param {string} dataFolder
 * @param {string} name
 */
export function openLog(dataFolder, name) {
  const folder = path.join(dataFolder, "logs");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.log`);
  if (existsSync(file) && statSync(file).size > BIGGEST) {
    renameSync(file, `${file}.1`);
  }
  const stream = createWriteStream(file, { flags: "a", mode: 0o600 });
  // A full disk must not bring the platform down by way of its log.
  stream.on("error", () => undefined);
  return {
    file,
    /** @param {string} line */
    write(line) {
      stream.write(`${line}\n`);
    },
  };
}

/**
 * What of a part's output is worth a line on the console: errors, without their stacks.
 * @param {string} line
 * @param {"stdout" | "stderr"} stream
 * @returns {string | undefined}
 */
export function errorIn(line, stream) {
  if (line.startsWith("{")) {
    try {
      const { level, msg, err } = JSON.parse(line);
      return ERROR_LEVELS.has(level) ? [msg, err?.message].filter(Boolean).join(": ") : undefined;
    } catch {
      return undefined;
    }
  }
  const looksLikeError = /^\s*⨯|^(\w*Error|fatal|uncaught)\b/i.test(line);
  return stream === "stderr" && looksLikeError ? line.trim() : undefined;
}
