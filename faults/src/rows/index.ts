import { clockOff } from "./clock";
import { databaseKilled } from "./database";
import { deliveredThrice } from "./delivery";
import { apiKilled, rollingRestart, twoRelays, workerFrozen, workerKilled } from "./processes";
import type { Row } from "./row";
import {
  brokerAway,
  brokerCut,
  brokerKilled,
  redisAway,
  redisFlushed,
  replicaFaults,
  searchAway,
} from "./services";
import { diskFull, photoWorkerKilled, storageAway } from "./storage";

/** Every fault, in the order of the table. */
export const rows: readonly Row[] = [
  workerKilled,
  apiKilled,
  twoRelays,
  workerFrozen,
  rollingRestart,
  databaseKilled,
  replicaFaults,
  brokerKilled,
  brokerCut,
  brokerAway,
  redisFlushed,
  redisAway,
  searchAway,
  storageAway,
  diskFull,
  photoWorkerKilled,
  clockOff,
  deliveredThrice,
];
