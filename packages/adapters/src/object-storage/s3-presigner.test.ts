import { describe, expect, it } from "vitest";
import { presign } from "./s3-presigner";

/** The example of Amazon's documentation of query string authentication. */
const EXAMPLE = {
  accessKey: "AKIAIOSFODNN7EXAMPLE",
  secretKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  region: "us-east-1",
};

const request = {
  method: "GET",
  url: new URL("https://examplebucket.s3.amazonaws.com/test.txt"),
  expiresInS: 86_400,
  now: new Date("2013-05-24T00:00:00Z"),
} as const;

const signatureOf = (url: string) => new URL(url).searchParams.get("X-Amz-Signature");

describe("presign", () => {
  it("signs Amazon's own example as Amazon does", () => {
    const url = presign(request, EXAMPLE);
    expect(signatureOf(url)).toBe(
      "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
    );
    expect(url).toContain("X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400");
  });

  it("covers verb, host, path, time and every header given", () => {
    const headers = { "content-length": "10", "content-type": "image/jpeg" };
    const changes = [
      {},
      { method: "PUT" as const },
      { url: new URL("https://other.example/test.txt") },
      { url: new URL("https://examplebucket.s3.amazonaws.com/other.txt") },
      { expiresInS: 60 },
      { headers },
      { headers: { ...headers, "content-length": "11" } },
    ];
    const signatures = changes.map((change) =>
      signatureOf(presign({ ...request, ...change }, EXAMPLE)),
    );
    expect(new Set(signatures).size).toBe(changes.length);
    const url = new URL(presign({ ...request, headers }, EXAMPLE));
    expect(url.searchParams.get("X-Amz-SignedHeaders")).toBe("content-length;content-type;host");
  });

  it("makes what has expired valid for the last second before", () => {
    const { searchParams } = new URL(presign({ ...request, expiresInS: -10 }, EXAMPLE));
    expect(searchParams.get("X-Amz-Date")).toBe("20130523T235949Z");
    expect(searchParams.get("X-Amz-Expires")).toBe("1");
  });
});
