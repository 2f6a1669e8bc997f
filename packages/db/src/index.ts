export { type AuditInput, audit } from "./audit";
export { type Database, type DatabaseOptions, type Db, openDatabase, type Tx } from "./database";
export { type DbEnv, dbEnv } from "./env";
export { Prisma } from "./generated/client";
export * from "./generated/enums";
export { newId } from "./ids";
export { type EventInput, publish } from "./publish";
export { type Scope, tenantWhere } from "./scope";
