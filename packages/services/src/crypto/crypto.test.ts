import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { servicesEnv } from "../env";
import type { Vault } from "./vault";
import { vaultOf } from "./vault";

const OTO_SECRET = randomBytes(32).toString("hex");
const key = () => randomBytes(32).toString("base64");
const vault = (keys = "", secret = OTO_SECRET): Vault =>
  vaultOf({ env: servicesEnv.parse({ OTO_SECRET: secret, OTO_ENCRYPTION_KEYS: keys }) });
const place = { table: "app_user", column: "totp_cipher", row: "1" };
const [first, second] = [`v1:${key()}`, `v2:${key()}`];

describe("the vault", () => {
  it("opens what it sealed, never twice the same, and shows nothing of it", () => {
    const { seal, open } = vault();
    const [one, two] = [seal("gizli ğüş", place), seal("gizli ğüş", place)];
    expect(one).not.toBe(two);
    expect(one).not.toContain("gizli");
    expect(open(one, place)).toBe("gizli ğüş");
  });

  it("opens a value in its own row, column and table only", () => {
    const sealed = vault().seal("gizli", place);
    for (const other of [{ row: "2" }, { column: "other" }, { table: "other" }]) {
      expect(() => vault().open(sealed, { ...place, ...other })).toThrow(/another place/);
    }
  });

  it("refuses every changed byte, and says nothing of the content", () => {
    const sealed = vault().seal("gizli", place);
    const [prefix, version, wrapped = "", body = ""] = sealed.split(".");
    const flip = (text: string, at: number) => {
      const bytes = Buffer.from(text, "base64url");
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes.toString("base64url");
    };
    for (let at = 0; at < Buffer.from(body, "base64url").length; at += 1) {
      const changed = [prefix, version, wrapped, flip(body, at)].join(".");
      expect(() => vault().open(changed, place)).toThrow("altered");
    }
    const changedKey = [prefix, version, flip(wrapped, 20), body].join(".");
    expect(() => vault().open(changedKey, place)).toThrow("altered");
    expect(() => vault().open("gizli", place)).toThrow(/^not a sealed value$/);
  });

  it("seals with the first key and opens with all, also with the one from before there were keys", () => {
    const derived = vault().seal("eski", place);
    const old = vault(first).seal("orta", place);
    const both = vault(`${second},${first}`);
    expect(both.version).toBe("v2");
    expect(both.open(derived, place)).toBe("eski");
    expect(both.open(old, place)).toBe("orta");
    expect(both.isCurrent(old)).toBe(false);
    expect(both.isCurrent(both.seal("yeni", place))).toBe(true);
    expect(() => vault(second).open(old, place)).toThrow(/v1, which is not here/);
  });

  it("indexes blindly: equal for equals, different by purpose and installation", () => {
    const index = (text: string, purpose = "a") => vault().blindIndex(text, purpose);
    expect(index("10000000146")).toBe(index("10000000146"));
    expect(index("10000000146")).not.toBe(index("10000000147"));
    expect(index("10000000146")).not.toBe(index("10000000146", "b"));
    expect(index("10000000146")).not.toBe(vault("", "x".repeat(40)).blindIndex("10000000146", "a"));
  });
});

describe("OTO_ENCRYPTION_KEYS", () => {
  const problems = (text: string) =>
    servicesEnv
      .safeParse({ OTO_SECRET, OTO_ENCRYPTION_KEYS: text })
      .error?.issues.map(({ message }) => message) ?? [];

  it("takes named keys of 32 bytes", () => {
    expect(problems("")).toEqual([]);
    expect(problems(`${second}, ${first}`)).toEqual([]);
  });

  it.each([
    ["a key without a name", key(), /named/],
    ["a short key", `v1:${randomBytes(16).toString("base64")}`, /32 bytes/],
    ["two keys of one version", `${first},v1:${key()}`, /one version/],
    ["a text", "v1:secret-secret", /32 bytes/],
  ])("refuses %s without repeating it", (_what, text, message) => {
    expect(problems(text).join()).toMatch(message);
    expect(problems(text).join()).not.toContain(text.slice(4, 20));
  });
});
