// The places that list all modules, and how a new one is entered there.
import { parseSync, Visitor } from "oxc-parser";

/** @typedef {import("./names.mjs").Names} Names */

/**
 * @param {string} text
 * @param {number} at
 * @param {string} inserted
 */
const insert = (text, at, inserted) => text.slice(0, at) + inserted + text.slice(at);

/**
 * @param {string} text of packages/domain/src/index.ts
 * @param {Names} names
 */
export function registerInDomain(text, { kebab }) {
  const lines = [...text.trimEnd().split("\n"), `export * from "./${kebab}";`];
  return `${lines.sort().join("\n")}\n`;
}

/**
 * @param {string} text of packages/db/src/scope.ts
 * @param {Names} names
 */
export function registerInScope(text, { pascal }) {
  const list = /OWNED_BY_ONE = new Set\(\[[^\]]*(?=\]\))/.exec(text);
  if (list === null) {
    throw new Error("packages/db/src/scope.ts lists no models that belong to one gallery");
  }
  return insert(text, list.index + list[0].length, `  "${pascal}",\n`);
}

/**
 * @param {string} text of apps/api/src/root.router.ts
 * @param {Names} names
 */
export function registerInRouter(text, { camel, kebab }) {
  /** @type {number | undefined} */
  let end;
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      const isList = id.type === "Identifier" && id.name === "services";
      if (isList && init?.type === "ObjectExpression") {
        end = init.properties.at(-1)?.end;
      }
    },
  }).visit(parseSync("root.router.ts", text).program);
  if (end === undefined) {
    throw new Error("apps/api/src/root.router.ts lists no services");
  }
  const entered = insert(text, end, `,\n  ${camel}: ${camel}Router`);
  return `import { ${camel}Router } from "./routers/${kebab}/${kebab}.router";\n${entered}`;
}

/**
 * @param {string} text of deploy/traefik/dynamic/api.yml
 * @param {Names} names
 */
export function registerAtEdge(text, { camel }) {
  const list = /(:= list(?: "\w+")+)( \}\})/g;
  if (!list.test(text)) {
    throw new Error("deploy/traefik/dynamic/api.yml lists no services");
  }
  return text.replace(list, `$1 "${camel}"$2`);
}

/** @type {Record<string, (text: string, names: Names) => string>} */
export const REGISTRATIONS = {
  "packages/domain/src/index.ts": registerInDomain,
  "packages/db/src/scope.ts": registerInScope,
  "apps/api/src/root.router.ts": registerInRouter,
  "deploy/traefik/dynamic/api.yml": registerAtEdge,
};
