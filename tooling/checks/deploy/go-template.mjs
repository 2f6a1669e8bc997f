// Renders the part of Go's templates (with sprig's functions) that deploy/traefik uses, so that the
// files can be read as the edge reads them.

/** @typedef {unknown[] | string | boolean} Value */
/** @typedef {{ kind: "text", text: string } | { kind: "print", code: string } | { kind: "range", name: string, code: string, body: Node[] } | { kind: "if", code: string, body: Node[], otherwise: Node[] }} Node */

/** @type {Record<string, (args: any[], env: Record<string, string | undefined>) => unknown>} */
const FUNCTIONS = {
  env: ([name], env) => env[name] ?? "",
  list: (args) => args,
  splitList: ([by, text]) => text.split(by),
  default: ([fallback, value]) => value || fallback,
  printf: ([format, ...args]) => format.replaceAll("%s", () => args.shift()),
  upper: ([text]) => text.toUpperCase(),
  eq: ([a, b]) => a === b,
};

/** @param {string} code */
function tokensOf(code) {
  const tokens = code.match(/"(?:[^"\\]|\\.)*"|\$?\w+|[()|]|\S/g) ?? [];
  return [...tokens];
}

/**
 * @param {string} code e.g. `env "X" | default "y"`
 * @param {{ env: Record<string, string | undefined>, variables: Record<string, unknown> }} scope
 */
function evaluate(code, scope) {
  const tokens = tokensOf(code);
  /** @returns {unknown} */
  const operand = () => {
    const token = tokens.shift() ?? "";
    if (token === "(") {
      const value = pipeline();
      tokens.shift();
      return value;
    }
    if (token.startsWith('"')) {
      return JSON.parse(token);
    }
    if (token.startsWith("$") && token in scope.variables) {
      return scope.variables[token];
    }
    throw new Error(`${code}: ${token} is not understood`);
  };
  /** @param {unknown[]} piped */
  const command = (piped) => {
    const called = FUNCTIONS[tokens[0] ?? ""];
    if (called === undefined) {
      return operand();
    }
    tokens.shift();
    const args = [];
    while (tokens.length > 0 && tokens[0] !== "|" && tokens[0] !== ")") {
      args.push(operand());
    }
    return called([...args, ...piped], scope.env);
  };
  const pipeline = () => {
    let value = command([]);
    while (tokens[0] === "|") {
      tokens.shift();
      value = command([value]);
    }
    return value;
  };
  return pipeline();
}

/** @param {string} template */
function parse(template) {
  const parts = template.split(/(\s*\{\{-[\s\S]*?\}\}|\{\{[\s\S]*?\}\})/);
  /** @type {Node[]} */
  const root = [];
  /** @type {{ body: Node[], node?: Extract<Node, { kind: "if" }> }[]} */
  const open = [{ body: root }];
  for (const part of parts) {
    const action = /\{\{-?\s*([\s\S]*?)\s*-?\}\}$/.exec(part)?.[1];
    const body = open.at(-1)?.body ?? root;
    const [, word = "", rest = ""] = /^(range|if|else|end)\b\s*(.*)$/.exec(action ?? "") ?? [];
    if (action === undefined) {
      body.push({ kind: "text", text: part });
    } else if (word === "range") {
      const [, name = "", code = ""] = /^(\$\w+)\s*:=\s*(.*)$/.exec(rest) ?? [];
      const node = { kind: /** @type {const} */ ("range"), name, code, body: [] };
      body.push(node);
      open.push({ body: node.body });
    } else if (word === "if") {
      const node = { kind: /** @type {const} */ ("if"), code: rest, body: [], otherwise: [] };
      body.push(node);
      open.push({ body: node.body, node });
    } else if (word === "else") {
      const node = open.pop()?.node;
      open.push({ body: node?.otherwise ?? [] });
    } else if (word === "end") {
      open.pop();
    } else {
      body.push({ kind: "print", code: action });
    }
  }
  if (open.length !== 1) {
    throw new Error("a range or an if has no end");
  }
  return root;
}

/**
 * @param {string} template
 * @param {Record<string, string | undefined>} env
 * @returns {string}
 */
export function renderTemplate(template, env) {
  /** @param {Node[]} nodes @param {Record<string, unknown>} variables @returns {string} */
  const write = (nodes, variables) =>
    nodes
      .map((node) => {
        if (node.kind === "text") {
          return node.text;
        }
        const value = evaluate(node.code, { env, variables });
        if (node.kind === "print") {
          return String(value);
        }
        if (node.kind === "if") {
          return write(value ? node.body : node.otherwise, variables);
        }
        const items = Array.isArray(value) ? value : [];
        return items.map((item) => write(node.body, { ...variables, [node.name]: item })).join("");
      })
      .join("");
  return write(parse(template), {});
}
