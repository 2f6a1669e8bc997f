export { freePort } from "../../../../tooling/start/ports.mjs";
export { servicesWanted } from "../env";
export { migrateDatabase } from "../migrate";
export { startSingleNodePostgres } from "./embedded-postgres";
export { type HaproxyOptions, startHaproxy } from "./haproxy";
export {
  type MeilisearchForTests,
  type MeilisearchOptions,
  meilisearchName,
  openTestMeilisearch,
  type RunningMeilisearch,
  startMeilisearch,
} from "./meilisearch";
export type { FaultPlan } from "./meilisearch-sandbox/faults";
export { PlatformPart } from "./platform-part";
export {
  type PairOptions,
  type PostgresPair,
  type ReplicaService,
  startPostgresPair,
} from "./postgres";
export { type PostgresPrograms, postgresPrograms } from "./postgres-programs";
export { findProgram } from "./programs";
export { type RunningRabbitmq, startRabbitmq } from "./rabbitmq";
export { type RedisServiceOptions, type RunningRedis, startRedis } from "./redis";
export {
  type RedisTopology,
  type RedisWithSentinel,
  startRedisCluster,
  startRedisWithSentinel,
} from "./redis-topologies";
export {
  placeFor,
  type RunningService,
  runService,
  type ServiceFolder,
  type ServiceOptions,
} from "./running-service";
export { type RunningS3, startS3 } from "./s3";
export { type ProcessOptions, ServiceProcess } from "./service-process";
export { type StorageEdge, startStorageEdge } from "./storage-edge";
export { openTestS3, s3Name, type TestS3 } from "./test-s3";
