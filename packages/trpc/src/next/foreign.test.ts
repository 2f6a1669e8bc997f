import { describe, expect, it } from "vitest";
import type { SessionConfig } from "./config";
import { isForeign, isFromElsewhere } from "./foreign";

const config: SessionConfig = {
  app: "gallery",
  apiUrl: "http://127.0.0.1:4000",
  authSecret: "x".repeat(32),
  platformSecret: "y".repeat(32),
  appUrl: "https://panel.kontak.test",
};

const request = (method: string, headers: Record<string, string>) =>
  new Request("https://panel.kontak.test/api/trpc/offer.accept", { method, headers });

const own = { origin: "https://panel.kontak.test", "sec-fetch-site": "same-origin" };

describe("a call", () => {
  it.each([
    ["of the app's own page", "POST", { ...own, "x-kontak-app": "1" }, false],
    ["of the app's own page that reads", "GET", own, false],
    ["of a form, which sends no header of ours", "POST", own, true],
    ["of another site", "POST", { origin: "https://evil.test", "x-kontak-app": "1" }, true],
    [
      "of another site that hides its origin",
      "POST",
      { origin: "null", "x-kontak-app": "1" },
      true,
    ],
    [
      "of another site, as the browser says",
      "POST",
      { "sec-fetch-site": "cross-site", "x-kontak-app": "1" },
      true,
    ],
    [
      "of a neighbouring host",
      "POST",
      { "sec-fetch-site": "same-site", "x-kontak-app": "1" },
      true,
    ],
    ["of another site that reads (GET)", "GET", { "sec-fetch-site": "cross-site" }, true],
    ["typed into the address bar", "GET", { "sec-fetch-site": "none" }, false],
  ])("%s", (...[, method, headers, foreign]) => {
    expect(isForeign(request(method, headers), config)).toBe(foreign);
  });

  it("that signs in is judged by the browser's word alone: next-auth brings its own token", () => {
    expect(isFromElsewhere(request("POST", own), config)).toBe(false);
    expect(isFromElsewhere(request("POST", { origin: "https://evil.test" }), config)).toBe(true);
  });
});
