import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { CDPSession } from "@playwright/test";
import { expect, test } from "@playwright/test";

/** The very file that the dealer panel serves. */
const WORKER = readFileSync(join(import.meta.dirname, "../../apps/gallery/public/sw.js"), "utf8");

interface Site {
  readonly origin: string;
  close(): void;
}

/** A page and the service worker at an origin of their own. */
async function startSite(): Promise<Site> {
  const server = createServer((request, response) => {
    const worker = request.url === "/sw.js";
    response.setHeader("content-type", worker ? "text/javascript" : "text/html");
    response.end(worker ? WORKER : "<!doctype html><title>Panel</title><h1>Panel</h1>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, close: () => server.close() };
}

/** The browser's number of the registration at an origin. */
function registrationAt(devtools: CDPSession, origin: string): Promise<string> {
  return new Promise((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (own) resolve(own.registrationId);
    });
  });
}

test("a push reaches the panel's service worker, which shows it once and leads to its page", async ({
  browser,
}) => {
  const site = await startSite();
  const context = await browser.newContext();
  await context.grantPermissions(["notifications"], { origin: site.origin });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const registered = registrationAt(devtools, site.origin);
  await devtools.send("ServiceWorker.enable");
  await page.goto(site.origin);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/sw.js", { scope: "/" });
    await navigator.serviceWorker.ready;
  });
  const registrationId = await registered;
  // The browser's own push service is out of reach: what it would hand over is handed over here.
  const deliver = (data: string) =>
    devtools.send("ServiceWorker.deliverPushMessage", {
      origin: site.origin,
      registrationId,
      data,
    });
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const notifications = await registration.getNotifications();
      return notifications.map(({ body, data, tag, title }) => ({
        body,
        tag,
        title,
        url: data.url,
      }));
    });
  const message = {
    title: "Yeni teklif geldi",
    body: "Ege Oto, Passat için 1.245.000 ₺",
    tag: "1",
  };
  await deliver(JSON.stringify({ ...message, url: "/teklifler/1" }));
  const first = { ...message, url: `${site.origin}/teklifler/1` };
  await expect.poll(shown).toEqual([first]);
  // The same message again takes its own place; one that leads elsewhere leads home.
  await deliver(JSON.stringify({ ...message, url: "/teklifler/1" }));
  await deliver(JSON.stringify({ ...message, tag: "2", url: "https://evil.example/" }));
  await expect
    .poll(async () => (await shown()).toSorted((a, b) => a.tag.localeCompare(b.tag)))
    .toEqual([first, { ...message, tag: "2", url: site.origin }]);
  // What cannot be read is shown all the same: browsers punish silence.
  await deliver("no JSON");
  await expect.poll(async () => (await shown()).map(({ title }) => title)).toContain("Kontak");
  await context.close();
  site.close();
});
