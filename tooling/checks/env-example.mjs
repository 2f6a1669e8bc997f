// `.env.example` lists exactly the variables that the platform reads: those of every `env.ts` schema
// and those of the start command.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import { START_VARIABLES } from "../start/variables.mjs";
import { filesBelow } from "./source-files.mjs";

/** Set by the start command for the processes it runs, or by Node's own conventions. */
const NOT_FOR_PEOPLE = new Set(["NODE_ENV"]);

/**
 * A variable that this version knows only in order to refuse it is nothing to set.
 * @param {string} text
 * @param {{ start: number, end: number }} value
 */
const isRefused = (text, value) => text.slice(value.start, value.end).startsWith("notYet(");

/**
 * @param {string} file
 * @param {string} text of an `env.ts`
 * @returns {string[]} keys of every `z.object({ … })` in it, and what it reads without a schema
 */
export function variablesOfSchemas(file, text) {
  const { program } = parseSync(file, text);
  /** @type {string[]} */
  const names = [...text.matchAll(/process\.env\.([A-Z]\w*)/g)].map((match) => match[1] ?? "");
  new Visitor({
    CallExpression: ({ callee, arguments: [shape] }) => {
      const isObject =
        callee.type === "MemberExpression" &&
        text
          .slice(callee.start, callee.end)
          .replace(/\s/g, "")
          .match(/^z\.(strictO|o)bject$/);
      if (!isObject || shape?.type !== "ObjectExpression") {
        return;
      }
      for (const property of shape.properties) {
        if (
          property.type === "Property" &&
          property.key.type === "Identifier" &&
          !isRefused(text, property.value)
        ) {
          names.push(property.key.name);
        }
      }
    },
  }).visit(program);
  return names;
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
export function envExample(root) {
  const file = path.join(root, ".env.example");
  const listed = existsSync(file) ? variablesIn(readFileSync(file, "utf8")) : [];
  // What the tests read of their surroundings is theirs; the platform runs without it.
  const schemas = filesBelow(root, ["apps", "packages"], /\/env\.ts$/).filter(
    (schema) => !schema.startsWith("packages/testing/"),
  );
  const read = schemas.flatMap((schema) =>
    variablesOfSchemas(schema, readFileSync(path.join(root, schema), "utf8")),
  );
  return { looked: listed.length, problems: differences(listed, [...START_VARIABLES, ...read]) };
}
