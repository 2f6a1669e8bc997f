import { databaseKilled } from "./database";
import { deliveredThrice } from "./delivery";
import { apiKilled, rollingRestart, twoRelays, workerFrozen, workerKilled } from "./processes";
import type { Row } from "./row";

/** Every fault, in the order of the table. */
export const rows: readonly Row[] = [
  workerKilled,
  apiKilled,
  twoRelays,
  workerFrozen,
  rollingRestart,
  databaseKilled,
  deliveredThrice,
];
