import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface PostgresPrograms {
  readonly major: number;
  readonly postgres: string;
  readonly initdb: string;
  readonly basebackup: string;
}

const DEBIAN = "/usr/lib/postgresql";

/**
 * The newest PostgreSQL that Debian's packages brought; unlike the one from npm it can copy itself
 * to a replica.
 *
 * @throws Error that names the package when there is none
 */
export function postgresPrograms(): PostgresPrograms {
  const majors = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number).filter(Boolean) : [];
  for (const major of majors.sort((a, b) => b - a)) {
    const program = (name: string) => join(DEBIAN, String(major), "bin", name);
    const found = {
      major,
      postgres: program("postgres"),
      initdb: program("initdb"),
      basebackup: program("pg_basebackup"),
    };
    if (existsSync(found.postgres) && existsSync(found.basebackup)) return found;
  }
  throw new Error(
    "PostgreSQL with pg_basebackup is not on this machine: install Debian's package postgresql, or leave these tests out with TEST_SERVICES=embedded",
  );
}
