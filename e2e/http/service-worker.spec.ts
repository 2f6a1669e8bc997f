import { startPushSandbox } from "@oto/testing/sandboxes";
import type { Browser, CDPSession } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { makeOffer } from "../support/offers";
import { approvedDealer } from "../support/people";
import { platformUnderTest, pushServicePort } from "../support/platform";
import { publishedVehicle } from "../support/stock";

const panel = platformUnderTest.gallery;

/** The browser's number of the panel's service worker. */
function registrationOf(devtools: CDPSession): Promise<string> {
  return new Promise((resolve) => {
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(panel));
      if (own) resolve(own.registrationId);
    });
  });
}

/** A browser that has the panel's service worker and may be shown what is pushed. */
async function browserWithWorker(browser: Browser) {
  const context = await browser.newContext();
  await context.grantPermissions(["notifications"], { origin: panel });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const registered = registrationOf(devtools);
  await devtools.send("ServiceWorker.enable");
  await page.goto(`${panel}/giris`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/sw.js", { scope: "/" });
    await navigator.serviceWorker.ready;
  });
  const registrationId = await registered;
  return {
    context,
    // The makers' push services are out of reach: what one would hand over is handed over here.
    deliver: (data: string) =>
      devtools.send("ServiceWorker.deliverPushMessage", { origin: panel, registrationId, data }),
    shown: () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        const notifications = await registration.getNotifications();
        return notifications.map(({ body, data, tag, title }) => ({
          body,
          tag,
          title,
          url: data.url,
        }));
      }),
  };
}

test("a push reaches the panel's service worker, which shows it once and leads to its page", async ({
  browser,
}) => {
  const { context, deliver, shown } = await browserWithWorker(browser);
  const message = {
    title: "Yeni teklif geldi",
    body: "Ege Oto, Passat için 1.245.000 ₺",
    tag: "1",
  };
  await deliver(JSON.stringify({ ...message, url: "/teklifler/1" }));
  const first = { ...message, url: `${panel}/teklifler/1` };
  await expect.poll(shown).toEqual([first]);
  // The same message again takes its own place; one that leads elsewhere leads home.
  await deliver(JSON.stringify({ ...message, url: "/teklifler/1" }));
  await deliver(JSON.stringify({ ...message, tag: "2", url: "https://evil.example/" }));
  await expect
    .poll(async () => (await shown()).toSorted((a, b) => a.tag.localeCompare(b.tag)))
    .toEqual([first, { ...message, tag: "2", url: panel }]);
  // What cannot be read is shown all the same: browsers punish silence.
  await deliver("no JSON");
  await expect.poll(async () => (await shown()).map(({ title }) => title)).toContain("Kontak");
  await context.close();
});

test("an offer reaches the seller's browser through its push service", async ({ browser }) => {
  const run = Date.now().toString(36);
  const [seller, buyer] = await Promise.all([
    approvedDealer(`Haberli Oto ${run}`),
    approvedDealer(`Teklifçi Oto ${run}`),
  ]);
  const push = await startPushSandbox({ port: pushServicePort });
  await seller.api.call("notification.subscribePush", push.subscribe());
  const { context, deliver, shown } = await browserWithWorker(browser);
  const vehicleId = await publishedVehicle(seller, { price: 1_200_000 });
  const offerId = await makeOffer(buyer, vehicleId, { lira: 1_150_000 });
  const offers = () => push.sent.filter(({ payload }) => payload.includes(offerId));
  await expect.poll(() => offers().length).toBe(1);
  for (const { payload } of offers()) await deliver(payload);
  const url = `${panel}/teklifler/${offerId}`;
  await expect
    .poll(async () => (await shown()).find((each) => each.url === url)?.body)
    .toContain(buyer.name);
  await context.close();
  await push.close();
});
