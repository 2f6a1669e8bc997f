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
      EIDS_URL: "https://eids.example",
      SMTP_URL: "http://mail",
      NETGSM_USERCODE: "850",
      OTO_RATE_LIMITS: "maybe",
    });
    const problems = parsed.error?.issues.map(({ path, message }) => `${path}: ${message}`) ?? [];
    expect(problems).toHaveLength(5);
    expect(problems.join("\n")).toContain(
      "EIDS_URL: the Ministry's EİDS service is not supported by this version",
    );
    expect(problems.join("\n")).toContain("REDIS_URL: expected redis://");
    expect(problems.join("\n")).not.toContain("secret");
  });

  it("knows an S3 storage by its endpoint, and what that needs", () => {
    const base = { OTO_SECRET: SECRET, S3_PUBLIC_URL: "" };
    expect(adaptersEnv.parse({ ...base, S3_ENDPOINT: "" }).S3_ENDPOINT).toBeUndefined();
    const keys = { S3_ACCESS_KEY: "a", S3_SECRET_KEY: "b" };
    const whole = { ...base, ...keys, S3_ENDPOINT: "http://minio:9000" };
    expect(adaptersEnv.parse(whole)).toMatchObject({
      S3_ENDPOINT: "http://minio:9000",
      S3_REGION: "us-east-1",
      S3_BUCKET_PREFIX: "kontak",
    });
    const problemsOf = (over: object) =>
      adaptersEnv.safeParse({ ...whole, ...over }).error?.issues.map(({ path }) => path.join());
    expect(problemsOf({ S3_ACCESS_KEY: "", S3_SECRET_KEY: undefined })).toEqual([
      "S3_ACCESS_KEY",
      "S3_SECRET_KEY",
    ]);
    expect(problemsOf({ S3_PUBLIC_URL: "https://a.example/media" })).toEqual(["S3_PUBLIC_URL"]);
    expect(problemsOf({ S3_BUCKET_PREFIX: "Kontak" })).toEqual(["S3_BUCKET_PREFIX"]);
    expect(problemsOf({ S3_PUBLIC_URL: "https://a.example" })).toBeUndefined();
  });
});
