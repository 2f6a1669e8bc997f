// `npm start`: from a fresh clone to a running platform, and `npm run dev` (--dev): the same in watch
// mode, and `npm run start:cluster` (--cluster): several processes over a cluster's services. Uses
// nothing but Node until it has installed the rest.
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, turbo } from "./build.mjs";
import { servicesTable } from "./cluster/needs.mjs";
import { install } from "./install.mjs";
import { Platform } from "./platform.mjs";
import { machineProblems, nodeProblems } from "./preflight.mjs";
import { claim } from "./running.mjs";
import { addresses, table } from "./table.mjs";
import { bold, complain, green, StartError, say, since } from "./terminal.mjs";
import { readSettings } from "./variables.mjs";

const root = path.resolve(fileURLToPath(new URL("../..", import.meta.url)));
const dev = process.argv.includes("--dev");
const cluster = process.argv.includes("--cluster");
const started = performance.now();
const interrupted = new AbortController();

/** @param {unknown} error */
function explain(error) {
  if (error instanceof StartError) {
    for (const problem of error.problems) {
      complain(problem);
    }
  } else {
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** Reads and checks everything that can be wrong; ends the process when something is. */
async function prepare() {
  const problems = nodeProblems();
  if (problems.length === 0 && existsSync(path.join(root, ".env"))) {
    process.loadEnvFile(path.join(root, ".env"));
  }
  const { settings, problems: wrong } = readSettings(process.env, root, { cluster });
  problems.push(...wrong, ...(await machineProblems(settings)));
  if (problems.length > 0) {
    throw new StartError(...problems);
  }
  return settings;
}

/** @param {Platform} platform @param {() => void} release */
function stopOnSignal(platform, release) {
  let firstSignal = 0;
  const stop = async (/** @type {number} */ exitCode) => {
    say("\nStopping …");
    await platform.stop();
    release();
    say(green("Stopped."));
    process.exit(exitCode);
  };
  const onSignal = () => {
    if (firstSignal === 0) {
      firstSignal = Date.now();
      const wasReady = isReady;
      interrupted.abort();
      stop(wasReady ? 0 : 130).catch((error) => {
        explain(error);
        process.exit(1);
      });
      // npm passes on the signal that the terminal already sent: only a later one is impatience.
    } else if (Date.now() - firstSignal > 1_000) {
      platform.kill();
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, onSignal);
  }
}

let isReady = false;

async function main() {
  const settings = await prepare();
  const { dataFolder } = settings;
  const mine = claim(dataFolder);
  say(
    bold(
      `Kontak ${dev ? "in watch mode " : ""}${cluster ? "as a cluster " : ""}(data in ${path.relative(root, dataFolder) || dataFolder})`,
    ),
  );
  const platform = new Platform({
    root,
    settings,
    dev,
    signal: interrupted.signal,
    onPid: mine.started,
    onLost: (error) => {
      explain(error);
      fail(platform, mine.release);
    },
  });
  stopOnSignal(platform, mine.release);
  try {
    const step = { log: path.join(dataFolder, "logs", "build.log"), signal: interrupted.signal };
    await install(root, interrupted.signal);
    await (dev ? turbo(root, { tasks: ["generate"], ...step }) : build(root, step));
    interrupted.signal.throwIfAborted();
    say("Starting …");
    const superadmin = await platform.start();
    isReady = true;
    if (settings.cluster !== undefined) {
      say(table([["Service", "What serves it"], ...servicesTable(settings.cluster)]));
    }
    say(addresses(settings, superadmin));
    say(
      `${green(`Ready in ${since(started)}.`)} Logs: ${path.join(dataFolder, "logs")}. Ctrl-C stops everything.`,
    );
  } catch (error) {
    if (!interrupted.signal.aborted) {
      explain(error);
      await fail(platform, mine.release);
    }
  }
}

/** @param {Platform} platform @param {() => void} release */
async function fail(platform, release) {
  interrupted.abort();
  await platform.stop();
  release();
  process.exit(1);
}

main().catch((error) => {
  explain(error);
  process.exit(1);
});
