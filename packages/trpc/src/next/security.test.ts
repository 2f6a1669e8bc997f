import { expect, it } from "vitest";
import { readFrontEndEnv } from "./env";
import { securityHeaders } from "./security";

it("lets pages show pictures from the storage and upload to it, and load nothing else there", () => {
  const secret = "x".repeat(32);
  readFrontEndEnv({
    NODE_ENV: "test",
    OTO_SECRET: secret,
    NEXTAUTH_SECRET: secret,
    OTO_PUBLIC_API_URL: "https://api.kontak.test/",
    S3_ENDPOINT: "http://minio:9000",
    S3_PUBLIC_URL: "https://media.kontak.test/",
  });
  const policy = securityHeaders(false).headers["content-security-policy"] ?? "";
  const directives = new Map(policy.split("; ").map((part) => [part.split(" ")[0], part]));
  expect(directives.get("img-src")).toContain("https://media.kontak.test");
  expect(directives.get("connect-src")).toContain("https://media.kontak.test");
  expect(directives.get("script-src")).not.toContain("media.kontak.test");
  expect(policy).not.toContain("minio");
});
