import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";

type EngineModule = typeof import("@prisma/schema-engine-wasm/schema_engine_bg") & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

/**
 * The stock adapter cuts a script at every semicolon, which breaks function bodies. Sent as one
 * simple query, PostgreSQL parses the script itself and runs it in one transaction.
 */
class MigrationAdapter extends PrismaPg {
  override async connect() {
    const connection = await super.connect();
    const pool = connection.underlyingDriver();
    connection.executeScript = async (script) => {
      await pool.query(script);
    };
    return connection;
  }
}

let loading: Promise<EngineModule> | undefined;

/** The package's own entry wants a bundler that understands `.wasm`; this loads the same module in plain Node. */
async function loadEngine(): Promise<EngineModule> {
  const glue = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as EngineModule;
  const glueUrl = import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(fileURLToPath(new URL("schema_engine_bg.wasm", glueUrl)));
  const module = await WebAssembly.compile(new Uint8Array(bytes));
  const instance = await WebAssembly.instantiate(module, {
    "./schema_engine_bg.js": { ...glue } as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return glue;
}

/**
 * Prisma's schema engine as WebAssembly, bound to a database. It is what the Prisma CLI runs
 * natively, without the binary that the CLI would download.
 */
export async function openSchemaEngine(databaseUrl: string): Promise<SchemaEngine> {
  loading ??= loadEngine();
  const engine = await loading;
  const factory = bindMigrationAwareSqlAdapterFactory(
    new MigrationAdapter({ connectionString: databaseUrl }),
  );
  return engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
}
