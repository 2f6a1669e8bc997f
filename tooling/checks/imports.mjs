import { parseSync, Visitor } from "oxc-parser";

/**
 * @typedef {object} Import
 * @property {string} specifier
 * @property {boolean} typeOnly erased by the compiler: `import type`, `export type … from`, `import("…").T`
 * @property {number} line
 */

/**
 * Every module that a source text names, read by a real parser.
 * @param {string} file decides between TypeScript, TSX and JavaScript
 * @param {string} text
 * @returns {Import[]}
 */
export function importsOf(file, text) {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) {
    throw new Error(`${file}: ${errors[0]?.message}`);
  }
  /** @type {Import[]} */
  const imports = [];
  /**
   * @param {unknown} source
   * @param {boolean} typeOnly
   */
  const add = (source, typeOnly) => {
    if (typeof source === "object" && source !== null && "value" in source && "start" in source) {
      const line = text.slice(0, Number(source.start)).split("\n").length;
      imports.push({ specifier: String(source.value), typeOnly, line });
    }
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === "type"),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === "type"),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === "type"),
    ImportExpression: (node) => add(node.source, false),
    TSImportType: (node) => add(node.source, true),
  }).visit(program);
  return imports;
}
