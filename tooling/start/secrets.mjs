import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * @typedef {object} Secrets
 * @property {string} databasePassword
 * @property {string} databaseFolder name of the database's folder where it cannot be in the data folder
 * @property {string} platform signs tokens and URLs
 * @property {string} nextAuth signs the sessions of the panels
 */

/** @returns {Secrets} */
const fresh = () => ({
  databasePassword: randomBytes(24).toString("hex"),
  databaseFolder: randomBytes(8).toString("hex"),
  platform: randomBytes(32).toString("hex"),
  nextAuth: randomBytes(32).toString("hex"),
});

/**
 * The secrets of a data folder, made at random the first time; only the owner can read the file.
 * @param {string} dataFolder
 * @returns {Secrets}
 */
export function readSecrets(dataFolder) {
  const file = path.join(dataFolder, "secrets.json");
  const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const secrets = { ...fresh(), ...known };
  if (Object.keys(known).length < Object.keys(secrets).length) {
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  chmodSync(file, 0o600);
  return secrets;
}
