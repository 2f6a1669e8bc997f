import type { Browser, BrowserContext, Page, WebSocket } from "@playwright/test";
import { expect, test } from "@playwright/test";
import type { Dealer } from "../support/people";
import { approvedDealer } from "../support/people";
import type { ShortLived } from "../support/short-lived";
import { ACCESS_SECONDS, startShortLived } from "../support/short-lived";
import { takeSession } from "../support/sign-in";

/**
 * Two browsers with two tabs each outlive their access tokens, and a session that is ended ends
 * everywhere within five seconds, its socket included.
 */
let site: ShortLived;
let dealer: Dealer;

test.beforeAll(async () => {
  site = await startShortLived();
  dealer = await approvedDealer("Oturum Otomotiv");
});
test.afterAll(() => site.stop());

interface Desk {
  context: BrowserContext;
  tabs: Page[];
  /** Answers of the panel's own server that told a tab it is signed out. */
  refused: string[];
  /** Sockets that are open now. */
  sockets: Set<WebSocket>;
}

async function openDesk(browser: Browser, gallery: string): Promise<Desk> {
  const context = await browser.newContext();
  const desk: Desk = { context, tabs: [], refused: [], sockets: new Set() };
  context.on("response", (response) => {
    if (response.status() === 401) desk.refused.push(response.url());
  });
  for (const path of ["/stok", "/teklifler"]) {
    const page = await context.newPage();
    page.on("websocket", (socket) => {
      desk.sockets.add(socket);
      socket.on("close", () => desk.sockets.delete(socket));
    });
    if (desk.tabs.length === 0) {
      const { phone, password } = dealer;
      await takeSession(page, gallery, { identifier: phone, password, locale: "tr" });
    }
    await page.goto(gallery + path);
    desk.tabs.push(page);
  }
  return desk;
}

/** Every tab asks for something at the same moment, as people never do but machines might. */
async function askAll(desks: readonly Desk[]): Promise<number[]> {
  const tabs = desks.flatMap((desk) => desk.tabs);
  return Promise.all(
    tabs.map((tab) =>
      tab.evaluate(() => fetch("/api/trpc/auth.me").then((answer) => answer.status)),
    ),
  );
}

test("tabs stay signed in past the token's life, an ended session ends everywhere @once", async ({
  browser,
}) => {
  const { gallery } = site;
  const desks = [await openDesk(browser, gallery), await openDesk(browser, gallery)];
  const [first, second] = desks;
  if (!first || !second) throw new Error("no desks");
  await expect.poll(() => desks.every(({ sockets }) => sockets.size > 0)).toBe(true);

  // Past three lives of the token, all four tabs asking at once all the while.
  const until = Date.now() + 3 * ACCESS_SECONDS * 1_000;
  while (Date.now() < until) {
    expect(await askAll(desks)).toEqual([200, 200, 200, 200]);
    await first.tabs[0]?.waitForTimeout(1_500);
  }
  expect([...first.refused, ...second.refused]).toEqual([]);
  // A page that is left takes its sockets with it, in silence.
  for (const desk of desks) desk.sockets.clear();
  for (const tab of [...first.tabs, ...second.tabs]) {
    await tab.reload();
    await expect(tab.getByRole("navigation").first()).toBeVisible();
  }

  // No token anywhere that a script of the page could read.
  const seen = await first.tabs[0]?.evaluate(() =>
    JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]),
  );
  expect(seen).not.toMatch(/eyJ|accessToken|refreshToken/);

  await expect.poll(() => second.sockets.size).toBeGreaterThan(1);
  const held = [...second.sockets];
  const [tab] = first.tabs;
  await tab?.goto(`${gallery}/ayarlar?bolum=guvenlik`);
  await tab
    ?.getByRole("button", { name: /oturumunu kapat|Kapat/ })
    .first()
    .click();
  const ended = Date.now();
  const open = () => held.filter((socket) => !socket.isClosed()).length;
  await expect.poll(open, { timeout: 5_000, intervals: [100] }).toBe(0);
  expect(Date.now() - ended).toBeLessThan(5_000);
  expect(await askAll([second])).toEqual([401, 401]);
  expect(await askAll([first])).toEqual([200, 200]);
  await Promise.all(desks.map(({ context }) => context.close()));
});

test("another site's page cannot act in the panel @once", async ({ browser }) => {
  const { gallery } = site;
  const { context, tabs } = await openDesk(browser, gallery);
  const [tab] = tabs;
  if (!tab) throw new Error("no tab");
  // Another origin on the same host: its cookies are the panel's cookies.
  await tab.goto("about:blank");
  const evil = await context.newPage();
  await evil.route("http://evil.localhost/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>evil</title>" }),
  );
  await evil.goto("http://evil.localhost/");
  const outcomes = await evil.evaluate(async (target) => {
    const attempt = (init: RequestInit, path: string) =>
      fetch(target + path, { credentials: "include", ...init }).then(
        (answer) => `${answer.type} ${answer.status}`,
        () => "blocked",
      );
    return [
      await attempt({ method: "POST", mode: "no-cors", body: "{}" }, "/api/trpc/auth.logout"),
      await attempt(
        { method: "POST", headers: { "x-kontak-app": "1" }, body: "{}" },
        "/api/trpc/auth.logout",
      ),
      await attempt({}, "/api/trpc/auth.me"),
    ];
  }, gallery);
  expect(outcomes.filter((outcome) => !/^(blocked|opaque 0)$/.test(outcome))).toEqual([]);
  await evil.setContent(
    `<form method="post" action="${gallery}/api/trpc/auth.logout"><button>go</button></form>`,
  );
  const answered = evil.waitForResponse((response) => response.url().includes("auth.logout"));
  await evil.getByRole("button").click();
  expect((await answered).status()).toBe(403);
  // Still signed in: nothing of it reached the API.
  await tab.goto(`${gallery}/stok`);
  await expect(tab).toHaveURL(/\/stok/);
  await context.close();
});
