import { existsSync } from "node:fs";
import { join } from "node:path";
import { programFolders } from "../env";

/** Places beyond PATH where Debian puts servers that only its own services are meant to start. */
const MORE_PLACES = ["/usr/local/sbin", "/usr/sbin", "/sbin", "/usr/local/bin", "/usr/bin"];

/**
 * Finds a server's program.
 *
 * @param names file names or absolute paths; the first that exists wins
 * @throws Error that names the Debian package to install
 */
export function findProgram(names: readonly string[], debianPackage: string): string {
  const places = [...programFolders(), ...MORE_PLACES];
  for (const name of names) {
    const candidates = name.startsWith("/") ? [name] : places.map((place) => join(place, name));
    const found = candidates.find((candidate) => existsSync(candidate));
    if (found) return found;
  }
  throw new Error(
    `${names[0]} is not on this machine: install Debian's package ${debianPackage}, or leave these tests out with TEST_SERVICES=embedded`,
  );
}
