import { randomBytes } from "node:crypto";
import path from "node:path";
import { program, SEED } from "./parts.mjs";
import { run } from "./run.mjs";
import { note } from "./terminal.mjs";

/** A line of the seed program that is meant for us, not for people. */
const SUPERADMIN_CREATED = "::superadmin created";

/**
 * @typedef {object} Surroundings
 * @property {string} root
 * @property {import("./variables.mjs").Settings} settings
 * @property {Record<string, string>} env
 * @property {boolean} dev
 * @property {AbortSignal} signal
 */

/**
 * @param {Surroundings} surroundings
 * @param {{ scenario: string, name: string, env?: Record<string, string>, onLine: (line: string) => void }} program
 */
function runSeed({ root, settings, env, dev, signal }, { scenario, name, env: more, onLine }) {
  return run({
    name,
    command: process.execPath,
    args: [...program(root, SEED, { dev }), scenario],
    cwd: root,
    env: { ...process.env, ...env, ...more },
    log: path.join(settings.dataFolder, "logs", `seed-${scenario}.log`),
    onLine,
    signal,
  });
}

const showLine = (/** @type {string} */ line) => {
  // The program's own log lines are in its file; people get the sentences.
  if (line.trim() !== "" && !line.startsWith("{")) {
    note(line);
  }
};

/**
 * Fills in what every installation needs: the catalogue, the rules, the first superadmin.
 * @param {Surroundings} surroundings
 * @returns {Promise<{ email: string, password: string | undefined }>} the password only when it was made up now
 */
export async function seedFoundation(surroundings) {
  const { email, password: given } = surroundings.settings.superadmin;
  const password = given ?? randomBytes(12).toString("base64url");
  let created = false;
  await runSeed(surroundings, {
    scenario: "foundation",
    name: "filling the database",
    env: { SUPERADMIN_EMAIL: email, SUPERADMIN_PASSWORD: password },
    onLine: (line) => {
      if (line === SUPERADMIN_CREATED) {
        created = true;
      } else {
        showLine(line);
      }
    },
  });
  return { email, password: created && given === undefined ? password : undefined };
}

/**
 * Adds the demo market to a database without galleries; the workers must run, for the pictures.
 * @param {Surroundings} surroundings
 */
export function seedDemo(surroundings) {
  return runSeed(surroundings, { scenario: "demo", name: "adding demo data", onLine: showLine });
}
