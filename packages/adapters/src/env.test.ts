import { describe, expect, it } from "vitest";
import { adaptersEnv } from "./env";

const SECRET = "0123456789abcdef0123456789abcdef";

describe("adaptersEnv", () => {
  it("needs only a secret", () => {
    expect(adaptersEnv.parse({ OTO_SECRET: SECRET, REDIS_URL: "" })).toMatchObject({
      OTO_DATA_DIR: ".data",
      OTO_PUBLIC_API_URL: "http://localhost:4000",
      OTO_RATE_LIMITS: "on",
    });
  });

  it("says which variable has no adapter here, and everything else at the same time", () => {
    const parsed = adaptersEnv.safeParse({
      OTO_SECRET: "short",
      REDIS_URL: "http://user:secret@cache:6379",
      SMTP_URL: "smtp://mail",
      OTO_RATE_LIMITS: "maybe",
    });
    const problems = parsed.error?.issues.map(({ path, message }) => `${path}: ${message}`) ?? [];
    expect(problems).toHaveLength(4);
    expect(problems.join("\n")).toContain("SMTP_URL: SMTP is not supported by this version");
    expect(problems.join("\n")).toContain("REDIS_URL: expected redis://");
    expect(problems.join("\n")).not.toContain("secret");
  });
});
