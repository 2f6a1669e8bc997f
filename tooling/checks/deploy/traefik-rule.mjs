// Reads and evaluates the routing rules of Traefik v3, as far as deploy/traefik uses them.

/**
 * @typedef {object} EdgeRequest
 * @property {string} host
 * @property {string} method
 * @property {string} path
 * @property {Record<string, string>} [query]
 * @property {Record<string, string>} [headers] names in any case
 */
/** @typedef {(request: EdgeRequest) => boolean} Matcher */

/** @param {string} source Go syntax; of its flags only a leading `(?i)` is used */
function regexp(source) {
  const flags = source.startsWith("(?i)") ? "i" : "";
  return new RegExp(source.replace(/^\(\?i\)/, ""), flags);
}

/** @param {EdgeRequest} request @param {string} name */
const header = ({ headers = {} }, name) =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

/** @type {Record<string, { args: number, build: (...args: string[]) => Matcher }>} */
const MATCHERS = {
  Host: { args: 1, build: (host) => (r) => r.host.toLowerCase() === host?.toLowerCase() },
  Method: { args: 1, build: (method) => (r) => r.method === method },
  Path: { args: 1, build: (path) => (r) => r.path === path },
  PathPrefix: {
    args: 1,
    build:
      (prefix = "") =>
      (r) =>
        r.path.startsWith(prefix),
  },
  PathRegexp: {
    args: 1,
    build:
      (source = "") =>
      (r) =>
        regexp(source).test(r.path),
  },
  HeaderRegexp: {
    args: 2,
    build:
      (name = "", source = "") =>
      (r) => {
        const value = header(r, name);
        return value !== undefined && regexp(source).test(value);
      },
  },
  QueryRegexp: {
    args: 2,
    build:
      (name = "", source = "") =>
      (r) => {
        const value = r.query?.[name];
        return value !== undefined && regexp(source).test(value);
      },
  },
};

/**
 * @param {string} rule
 * @returns {Matcher}
 * @throws Error when the rule has a matcher, a number of values or a sign that is not known
 */
export function readRule(rule) {
  const tokens = rule.match(/&&|\|\||[!(),]|`[^`]*`|\w+|\S/g) ?? [];
  let at = 0;
  const take = () => tokens[at++] ?? "";
  /** @param {string} token */
  const expect = (token) => {
    const found = take();
    if (found !== token) {
      throw new Error(`${rule}: ${token} expected, not ${found || "the end"}`);
    }
  };
  /** @returns {Matcher} */
  const single = () => {
    const token = take();
    if (token === "!") {
      const inner = single();
      return (request) => !inner(request);
    }
    if (token === "(") {
      const inner = either();
      expect(")");
      return inner;
    }
    const matcher = MATCHERS[token];
    if (matcher === undefined) {
      throw new Error(`${rule}: there is no matcher ${token}`);
    }
    expect("(");
    /** @type {string[]} */
    const values = [];
    do {
      values.push(take().slice(1, -1));
    } while (tokens[at] === "," && take());
    expect(")");
    if (values.length !== matcher.args) {
      throw new Error(`${rule}: ${token} takes ${matcher.args} value(s)`);
    }
    return matcher.build(...values);
  };
  /** @returns {Matcher} */
  const both = () => {
    const parts = [single()];
    while (tokens[at] === "&&") {
      take();
      parts.push(single());
    }
    return (request) => parts.every((part) => part(request));
  };
  /** @returns {Matcher} */
  const either = () => {
    const parts = [both()];
    while (tokens[at] === "||") {
      take();
      parts.push(both());
    }
    return (request) => parts.some((part) => part(request));
  };
  const matcher = either();
  if (at < tokens.length) {
    throw new Error(`${rule}: ${tokens[at]} is left over`);
  }
  return matcher;
}
