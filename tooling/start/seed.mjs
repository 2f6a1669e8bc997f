import { randomBytes } from "node:crypto";
import path from "node:path";
import { program, SEED } from "./parts.mjs";
import { run } from "./run.mjs";
import { note } from "./terminal.mjs";

/** Lines of the seed program that are meant for us, not for people. */
const SUPERADMIN_CREATED = "::superadmin created";

/**
 * Fills an empty database: the catalogue, the first superadmin and, unless turned off, demo data.
 * @param {object} given
 * @param {string} given.root
 * @param {import("./variables.mjs").Settings} given.settings
 * @param {Record<string, string>} given.env
 * @param {boolean} given.dev
 * @param {AbortSignal} given.signal
 * @returns {Promise<{ email: string, password: string | undefined }>} the password only when it was made up now
 */
export async function seed({ root, settings, env, dev, signal }) {
  const { email, password = randomBytes(12).toString("base64url") } = settings.superadmin;
  let created = false;
  await run({
    name: "filling the database",
    command: process.execPath,
    args: program(root, SEED, { dev }),
    cwd: root,
    env: { ...process.env, ...env, SUPERADMIN_EMAIL: email, SUPERADMIN_PASSWORD: password },
    log: path.join(settings.dataFolder, "logs", "seed.log"),
    onLine: (line) => {
      if (line === SUPERADMIN_CREATED) {
        created = true;
      } else if (line.trim() !== "") {
        note(line);
      }
    },
    signal,
  });
  const madeUp = created && settings.superadmin.password === undefined;
  return { email, password: madeUp ? password : undefined };
}
