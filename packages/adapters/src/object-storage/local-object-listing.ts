import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isObjectKey } from "./object-key";

/** What sorts an entry as its full key would be: a folder goes on with a slash. */
const sortedAs = (entry: Dirent) => (entry.isDirectory() ? `${entry.name}/` : entry.name);

const inOrder = (a: Dirent, b: Dirent) => (sortedAs(a) < sortedAs(b) ? -1 : 1);

/**
 * Keys of the files below a folder that start with a prefix and come after `after`, in the order of
 * their characters (keys are plain ASCII; what else lies there is nobody's object). Reads no folder that cannot hold one.
 *
 * @param at key of the folder itself, with its slash; empty for the top
 */
export async function* keysBelow(
  root: string,
  { prefix, after, at = "" }: { prefix: string; after: string; at?: string },
): AsyncIterable<string> {
  const entries = await readdir(join(root, at), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort(inOrder)) {
    const key = `${at}${sortedAs(entry)}`;
    if (entry.isDirectory()) {
      const mayFit = key.startsWith(prefix) || prefix.startsWith(key);
      const isBehind = key > after || after.startsWith(key);
      if (mayFit && isBehind) yield* keysBelow(root, { prefix, after, at: key });
    } else if (entry.isFile() && key.startsWith(prefix) && key > after && isObjectKey(key)) {
      yield key;
    }
  }
}
