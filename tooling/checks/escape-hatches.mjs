// What the linter has no rule for: double casts and compiler suppressions. A double cast that cannot
// be avoided says why in a comment `cast: <reason>` on its line or right above.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import { filesBelow, SOURCE_FILE, SOURCE_FOLDERS } from "./source-files.mjs";

const SUPPRESSION = /@ts-(ignore|nocheck|expect-error)/;
const REASON = /cast: \S+/;

/**
 * @param {string} file
 * @param {string} text
 * @returns {string[]}
 */
export function escapesIn(file, text) {
  const { program, comments } = parseSync(file, text);
  const lineOf = (/** @type {number} */ offset) => text.slice(0, offset).split("\n").length;
  const explained = new Set(comments.filter((c) => REASON.test(c.value)).map((c) => lineOf(c.end)));
  const problems = comments
    .filter((comment) => SUPPRESSION.test(comment.value))
    .map((comment) => `${file}:${lineOf(comment.start)} suppresses the compiler`);
  new Visitor({
    TSAsExpression: (node) => {
      const inner = node.expression;
      if (inner.type === "TSAsExpression" && inner.typeAnnotation.type === "TSUnknownKeyword") {
        const line = lineOf(inner.end);
        if (!explained.has(line) && !explained.has(line - 1)) {
          problems.push(`${file}:${line} casts through unknown without a \`cast:\` reason`);
        }
      }
    },
  }).visit(program);
  return problems;
}

/** @type {import("./main.mjs").Check} */
export function escapeHatches(root) {
  const files = filesBelow(root, [...SOURCE_FOLDERS, "tooling"], SOURCE_FILE).filter(
    (file) => !file.startsWith("tooling/checks/"),
  );
  return {
    looked: files.length,
    problems: files.flatMap((file) => escapesIn(file, readFileSync(path.join(root, file), "utf8"))),
  };
}
