// Completes package-lock.json: `node tooling/lockfile/main.mjs`, after an install changed it.
//
// npm leaves out of the lock file the packages for other platforms that its registry does not hold
// (a mirror may carry only some), and then `npm ci` refuses that lock file everywhere. This writes the
// missing entries from what the packages' names say: version, system, processor, C library. They carry
// no checksum, so npm takes the registry's word for them on the platforms concerned.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { completeLock } from "./complete-lock.mjs";

const file = fileURLToPath(new URL("../../package-lock.json", import.meta.url));
const lock = JSON.parse(readFileSync(file, "utf8"));
const added = completeLock(lock);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? "Nothing is missing." : `Added:\n  ${added.join("\n  ")}`);
