import { join } from "node:path";
import { prismaFolder, readMigrations, readSchemaFiles } from "./migration-files";
import { openSchemaEngine } from "./schema-engine";

const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * Applies every migration that the database has not seen, recording them in `_prisma_migrations`
 * just as `prisma migrate deploy` does. Safe to call at every start.
 *
 * @param databaseUrl the owner's connection, allowed to create tables and roles
 * @returns the names applied now, oldest first
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const baseDir = join(prismaFolder(), "migrations");
  const engine = await openSchemaEngine(databaseUrl);
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir,
      lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
      shadowDbInitScript: "",
      migrationDirectories: await readMigrations(baseDir),
    },
    filters: NO_FILTER,
  });
  return appliedMigrationNames;
}

/** SQL that leads from an empty database to the Prisma schema; hand-written SQL is not part of it. */
export async function schemaAsSql(databaseUrl: string): Promise<string> {
  const engine = await openSchemaEngine(databaseUrl);
  const { stdout } = await engine.diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files: await readSchemaFiles() },
    script: true,
    exitCode: null,
    filters: NO_FILTER,
  });
  return stdout ?? "";
}
