// `.env.example` lists exactly the variables that the platform reads: those of every `env.ts` schema
// and those of the start command.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { tsImport } from "tsx/esm/api";
import { START_VARIABLES } from "../start/variables.mjs";
import { filesBelow } from "./source-files.mjs";

/** Set by the start command for the processes it runs, or by Node's own conventions. */
const NOT_FOR_PEOPLE = new Set(["NODE_ENV"]);

/** @param {unknown} value */
function keysOfSchema(value) {
  const isSchema =
    typeof value === "object" && value !== null && "shape" in value && "safeParse" in value;
  return isSchema && typeof value.shape === "object" && value.shape !== null
    ? Object.keys(value.shape)
    : [];
}

/**
 * @param {string} text of an env file
 * @returns {string[]} the variables it names, set or commented out
 */
export function variablesIn(text) {
  return [...text.matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1] ?? "");
}

/**
 * @param {Iterable<string>} listed
 * @param {Iterable<string>} read
 * @returns {string[]}
 */
export function differences(listed, read) {
  const [inFile, inSchemas] = [new Set(listed), new Set(read)];
  return [
    ...[...inSchemas]
      .filter((name) => !inFile.has(name) && !NOT_FOR_PEOPLE.has(name))
      .map((name) => `${name} is read by the platform but not listed`),
    ...[...inFile]
      .filter((name) => !inSchemas.has(name))
      .map((name) => `${name} is listed but nothing reads it`),
  ];
}

/** @type {import("./main.mjs").Check} */
export async function envExample(root) {
  const file = path.join(root, ".env.example");
  const listed = existsSync(file) ? variablesIn(readFileSync(file, "utf8")) : [];
  const read = new Set(START_VARIABLES);
  for (const schema of filesBelow(root, ["apps", "packages"], /\/src\/(.+\/)?env\.ts$/)) {
    const module = await tsImport(pathToFileURL(path.join(root, schema)).href, import.meta.url);
    for (const name of Object.values(module).flatMap(keysOfSchema)) {
      read.add(name);
    }
  }
  return { looked: listed.length, problems: differences(listed, read) };
}
