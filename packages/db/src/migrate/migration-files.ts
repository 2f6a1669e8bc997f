import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The package's `prisma` folder, from the source tree as well as from a bundle in `dist`. */
export function prismaFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "prisma", "schema"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("packages/db/prisma was not found");
    folder = parent;
  }
  return join(folder, "prisma");
}

/** Every migration in order, in the shape the schema engine reads. */
export async function readMigrations(baseDir: string) {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    folders.sort().map(async (path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: await readFile(join(baseDir, path, "migration.sql"), "utf8"),
        },
      },
    })),
  );
}

/** Every `.prisma` file of the schema. */
export async function readSchemaFiles(): Promise<{ path: string; content: string }[]> {
  const folder = join(prismaFolder(), "schema");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: join(folder, name),
      content: await readFile(join(folder, name), "utf8"),
    })),
  );
}
