export { afterCommit } from "./after-commit";
export { type AuditInput, audit, auditAll } from "./audit";
export { type AuditProblem, type AuditReport, verifyAudit } from "./audit-verify";
export {
  type Database,
  type DatabaseOptions,
  type Db,
  openDatabase,
  type ReadOptions,
  type Tx,
} from "./database";
export { type EffectClaim, underClaim } from "./effect-claim";
export { type DbEnv, dbEnv } from "./env";
export { Prisma } from "./generated/client";
export * from "./generated/enums";
export { newId } from "./ids";
export { type AnyEvent, type EventInput, publish, publishAll } from "./publish";
export type { ReadIntent, ReplicaView } from "./replica/read-replica";
export type { ReplicaStatus } from "./replica/replica-monitor";
export { type Scope, tenantWhere } from "./scope";
export { execute, isDriverConflict } from "./statement";
