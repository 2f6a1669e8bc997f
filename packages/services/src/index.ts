export type {
  DealerContext,
  Identity,
  Membership,
  Origin,
  Platform,
  PublicContext,
  SessionContext,
  StaffContext,
} from "./context";
export { type ServicesEnv, servicesEnv } from "./env";
export { claimIdempotencyKey } from "./idempotency/idempotency.service";
export { registerSearchGauges } from "./marketplace/search-gauges";
export {
  type OpenPlatform,
  openPlatform,
  type PlatformEnv,
  readEnvironment,
} from "./open-platform";
export { registerProcessGauges, registerWorkGauges } from "./platform-gauges";
export { type RateLimitName, rateLimit } from "./rate-limits";
export { callerDatabase, registerReplicaGauges, registerReplicaHealth } from "./replica";
