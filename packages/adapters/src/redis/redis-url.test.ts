import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRedisUrl, RedisUrlError } from "./redis-url";

const host = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.ipV6().map((ip) => `[${ip}]`),
);
const bare = (name: string) => name.replace(/^\[|\]$/g, "");
const node = fc.record({
  host,
  port: fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined }),
});
const nodes = fc.array(node, { minLength: 1, maxLength: 4 });
const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
const login = fc.record({ username: fc.option(word), password: word });
const tls = fc.boolean();
const db = fc.integer({ min: 0, max: 15 });

type Login = { username: string | null; password: string };
type Nodes = { host: string; port: number | undefined }[];

const loginText = ({ username, password }: Login) =>
  `${encodeURIComponent(username ?? "")}:${encodeURIComponent(password)}@`;
const hostsText = (all: Nodes) =>
  all.map(({ host, port }) => (port ? `${host}:${port}` : host)).join(",");
const expectedNodes = (all: Nodes, usual: number) =>
  all.map(({ host, port }) => ({ host: bare(host), port: port ?? usual }));
const expectedLogin = ({ username, password }: Login) => ({
  ...(username ? { username } : {}),
  password,
});

describe("the address of Redis", () => {
  it("reads one server", () => {
    fc.assert(
      fc.property(fc.tuple(node, login, tls, db), ([one, who, secure, number]) => {
        const url = `redis${secure ? "s" : ""}://${loginText(who)}${hostsText([one])}/${number}`;
        expect(parseRedisUrl(url)).toEqual({
          kind: "single",
          node: expectedNodes([one], 6379)[0],
          db: number,
          tls: secure,
          ...expectedLogin(who),
        });
      }),
    );
  });

  it("reads sentinels and the master they watch", () => {
    fc.assert(
      fc.property(fc.tuple(nodes, login, word, db, word), ([all, who, master, number, secret]) => {
        const query = `?sentinelPassword=${encodeURIComponent(secret)}`;
        const path = `/${encodeURIComponent(master)}/${number}`;
        const url = `redis+sentinel://${loginText(who)}${hostsText(all)}${path}${query}`;
        expect(parseRedisUrl(url)).toEqual({
          kind: "sentinel",
          sentinels: expectedNodes(all, 26_379),
          master,
          db: number,
          sentinelPassword: secret,
          tls: false,
          ...expectedLogin(who),
        });
      }),
    );
  });

  it("reads the nodes of a cluster", () => {
    fc.assert(
      fc.property(nodes, tls, (all, secure) => {
        const url = `redis${secure ? "s" : ""}+cluster://${hostsText(all)}`;
        expect(parseRedisUrl(url)).toEqual({
          kind: "cluster",
          nodes: expectedNodes(all, 6379),
          tls: secure,
        });
      }),
    );
  });

  it("either reads a text or says what is wrong, without repeating a secret", () => {
    const secret = "Zz9Zz9Zz9Zz9";
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        try {
          parseRedisUrl(`redis://:${secret}@${text}`);
        } catch (error) {
          expect(error).toBeInstanceOf(RedisUrlError);
          expect(String(error)).not.toContain(secret);
        }
      }),
    );
  });

  it.each([
    ["http://cache:6379", /expected redis/],
    ["redis://", /expected redis/],
    ["redis://a,b", /several hosts/],
    ["redis://a:0", /host:port/],
    ["redis://a:70000", /host:port/],
    ["redis://a/b", /number/],
    ["redis://a/0/1", /path/],
    ["redis+sentinel://a:26379", /master's name/],
    ["redis+cluster://a/1", /no databases/],
    ["redis://:%zz@a", /percent-encoded/],
  ])("refuses %s", (url, problem) => {
    expect(() => parseRedisUrl(url)).toThrow(problem);
  });
});
