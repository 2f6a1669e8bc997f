import { expect, test } from "@playwright/test";
import { platformUnderTest } from "../support/platform";

/** Pages that only people who are signed in may see, by app. */
const GUARDED = [
  { app: "admin", address: `${platformUnderTest.admin}/kayitlar` },
  { app: "admin", address: `${platformUnderTest.admin}/denetim` },
  { app: "gallery", address: `${platformUnderTest.gallery}/stok` },
  { app: "gallery", address: `${platformUnderTest.gallery}/ayarlar` },
] as const;

/** Ways in which a guard in front of the pages has been walked around elsewhere. */
const WAYS: Record<string, { headers: Record<string, string>; query?: string; suffix?: string }> = {
  plainly: { headers: {} },
  "as an internal sub-request": {
    headers: { "x-middleware-subrequest": Array(5).fill("src/proxy").join(":") },
  },
  "as a sub-request of the older name": {
    headers: { "x-middleware-subrequest": Array(5).fill("middleware").join(":") },
  },
  "as a router's data": { headers: { rsc: "1" }, query: "?_rsc=abc12" },
  "as a prefetch": { headers: { rsc: "1", "next-router-prefetch": "1" }, query: "?_rsc=abc12" },
  "with another path in a header": {
    headers: { "x-invoke-path": "/giris", "x-matched-path": "/giris" },
  },
  "as a data file": { headers: {}, suffix: ".rsc" },
};

for (const { app, address } of GUARDED) {
  for (const [way, { headers, query = "", suffix = "" }] of Object.entries(WAYS)) {
    test(`${app}: ${new URL(address).pathname} stays shut, asked ${way}`, async ({ request }) => {
      const answer = await request.get(`${address}${suffix}${query}`, {
        headers,
        maxRedirects: 0,
      });
      // Sent to sign in, refused or unknown: never the page.
      expect([302, 303, 307, 308, 401, 403, 404]).toContain(answer.status());
      if (answer.status() < 400) expect(answer.headers().location).toContain("/giris");
    });
  }
}
