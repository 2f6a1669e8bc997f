// A throw-away PostgreSQL for the images that need one.
import { startPostgres } from "../../../tooling/start/postgres.mjs";

/** @param {string} folder @returns {Promise<{ url: string, stop(): Promise<void> }>} */
export const startDatabase = (folder) =>
  startPostgres({ folder, port: 5903, password: "verify", database: "kontak", durable: false });
