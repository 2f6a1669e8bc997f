import type { Row } from "./row";

/** The database stops at once, as in a power cut, and comes back. */
export const databaseKilled: Row = {
  name: "database: immediate stop, restarted",
  modes: ["single", "cluster"],
  async damage({ apis, database, workers }, load) {
    await load.reached(0.35);
    await database.kill();
    await database.restart();
    await Promise.all([...apis, ...workers].map((part) => part.whenReady()));
  },
};
