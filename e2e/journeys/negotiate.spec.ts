import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { elsewhere } from "../support/devices";
import type { Dealer } from "../support/people";
import { approvedDealer } from "../support/people";
import { asDealer } from "../support/sign-in";
import { findable, publicAddress, publishedVehicle } from "../support/stock";

const PRICE = 1_310_000;
const run = Date.now().toString(36);

async function offer(dealer: Dealer, vehicleId: string, lira: number): Promise<string> {
  const amount = { amount: lira * 100, currency: "TRY" };
  return (await dealer.api.call<{ offerId: string }>("offer.create", { vehicleId, amount }))
    .offerId;
}

const statusOf = async (dealer: Dealer, offerId: string) =>
  (await dealer.api.query<{ status: string }>("offer.get", { offerId })).status;

/** Fills the sheet of a first or a counter offer and sends it. */
async function propose(page: Page, form: string, lira: string): Promise<void> {
  const fields = page.getByRole("form", { name: form });
  await fields.getByRole("textbox", { name: "Teklif tutarı" }).fill(lira);
  await fields.getByRole("textbox", { name: "Mesaj" }).fill("Bugün noterde devralabilirim.");
  await fields.getByRole("button", { name: /teklifi gönder|Teklif ver/ }).click();
}

/** The big amount on the negotiation's card. */
const current = (page: Page, text: string) =>
  page.getByRole("main").getByText(text, { exact: true }).first();

test("offer, counter-offer, agreement: both sides see every move without a reload", async ({
  page,
  browser,
}, testInfo) => {
  const [seller, buyer, rival] = await Promise.all([
    approvedDealer(`Satan Oto ${run}`),
    approvedDealer(`Alan Oto ${run}`),
    approvedDealer(`Rakip Oto ${run}`),
  ]);
  const vehicleId = await publishedVehicle(seller, { price: PRICE });
  const rivalOffer = await offer(rival, vehicleId, 1_200_000);
  await findable(vehicleId);
  expect((await page.request.get(publicAddress(vehicleId))).status()).toBe(200);

  const sellers = await elsewhere(browser, testInfo);
  await asDealer(sellers, seller, "/teklifler");
  await expect(sellers.getByRole("article").filter({ hasText: rival.name })).toBeVisible();

  await asDealer(page, buyer, `/pazar/${vehicleId}`);
  await page.getByRole("button", { name: "−%5", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Teklif tutarı" })).toHaveValue("1.245.000");
  await propose(page, "Teklif ver", "1240000");
  await expect(page.getByText("Teklifiniz iletildi.")).toBeVisible();
  await expect(page.getByText("Yanıt bekleniyor")).toBeVisible();

  // The seller's board, open all the time, has it by itself.
  const row = sellers.getByRole("article").filter({ hasText: buyer.name });
  await expect(row).toContainText("1.240.000 ₺");
  await expect(row).toContainText("Sıra sizde");
  await row.getByRole("link").click();
  await expect(sellers.getByText("Bugün noterde devralabilirim.")).toBeVisible();

  await page.getByRole("link", { name: "Pazarlığı aç" }).click();
  await expect(page.getByText("Yanıt bekleniyor")).toBeVisible();
  await sellers.getByRole("button", { name: "Karşı teklif", exact: true }).click();
  await propose(sellers, "Karşı teklif", "1285000");
  await expect(sellers.getByText("Yanıt bekleniyor")).toBeVisible();

  await expect(page.getByText("Teklif siz bakarken değişti")).toBeVisible();
  await expect(current(page, "1.285.000 ₺")).toBeVisible();
  await page.getByRole("button", { name: "1.285.000 ₺ kabul et" }).click();
  const confirm = page.getByRole("alertdialog");
  await expect(confirm).toContainText("48 saat");
  await confirm.getByRole("button", { name: "Kabul et" }).click();
  await expect(page.getByText("Anlaştınız. Araç rezerve edildi.")).toBeVisible();
  await expect(
    sellers.getByText(`${buyer.name} ile 1.285.000 ₺ tutarında anlaştınız.`),
  ).toBeVisible();

  await page.getByRole("link", { name: "Rezervasyona git" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Passat/ })).toBeVisible();
  await expect(page.getByText("Alıyorsunuz").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /0?555|\+90/ }).first()).toBeVisible();
  await sellers.goto(new URL(`/stok/${vehicleId}`, sellers.url()).href);
  await expect(sellers.getByText("Bir alıcıya rezerve.", { exact: false })).toBeVisible();

  // The rival is out and told, and nobody finds the vehicle any more.
  await expect.poll(() => statusOf(rival, rivalOffer)).toBe("CLOSED");
  await expect
    .poll(async () => JSON.stringify(await rival.api.query("notification.list")))
    .toContain("offer.closed");
  await expect
    .poll(async () => (await page.request.get(publicAddress(vehicleId))).status())
    .toBe(404);
  // Another one like it, so that there is a list that it is missing from.
  await findable(await publishedVehicle(buyer, { price: PRICE }));
  await asDealer(sellers, rival, "/pazar?q=passat+dizel+2019&sort=newest");
  await expect(sellers.getByRole("list", { name: "Bulunan araçlar" })).toBeVisible();
  await expect(sellers.getByText(seller.name)).toHaveCount(0);
  await sellers.goto(new URL(`/teklifler/${rivalOffer}`, sellers.url()).href);
  await expect(sellers.getByText("Satıcı başka bir teklifi kabul etti.")).toBeVisible();
  await sellers.context().close();
});

test("a seller rejects, a buyer withdraws, and the other side sees it", async ({
  page,
  browser,
}, testInfo) => {
  const [seller, buyer] = await Promise.all([
    approvedDealer(`Nazlı Satan ${run}`),
    approvedDealer(`Kararsız Alan ${run}`),
  ]);
  const vehicleId = await publishedVehicle(seller, { price: PRICE });
  const first = await offer(buyer, vehicleId, 1_100_000);
  const sellers = await elsewhere(browser, testInfo);
  await asDealer(sellers, seller, `/teklifler/${first}`);
  await asDealer(page, buyer, `/teklifler/${first}`);
  await expect(page.getByText("Yanıt bekleniyor")).toBeVisible();

  await sellers.getByRole("button", { name: "Reddet", exact: true }).click();
  const sheet = sellers.getByRole("dialog", { name: "Teklif reddedilsin mi?" });
  await sheet.getByRole("textbox", { name: "Mesaj" }).fill("Bu fiyata düşünmüyoruz.");
  await sheet.getByRole("button", { name: "Reddet", exact: true }).click();
  await expect(page.getByText(`${seller.name} teklifi reddetti.`)).toBeVisible();
  await expect(page.getByText("Bu fiyata düşünmüyoruz.")).toBeVisible();

  // The vehicle stays on the market: another try, then a change of mind.
  await page.getByRole("link", { name: "Araca git" }).first().click();
  await page.getByRole("button", { name: "Teklif ver" }).click();
  await propose(page, "Teklif ver", "1250000");
  await page.getByRole("link", { name: "Pazarlığı aç" }).click();
  await sellers.goto(new URL("/teklifler", sellers.url()).href);
  // The board shows the rejected offer too, among those that have ended.
  const row = sellers.getByRole("article").filter({ hasText: "1.250.000 ₺" });
  await row.getByRole("link").click();
  await expect(sellers.getByRole("button", { name: "1.250.000 ₺ kabul et" })).toBeVisible();
  await page.getByRole("button", { name: "Geri çek", exact: true }).click();
  const asked = page.getByRole("dialog", { name: "Teklif geri çekilsin mi?" });
  await asked.getByRole("button", { name: "Geri çek", exact: true }).click();
  await expect(page.getByText("Teklifi geri çektiniz.")).toBeVisible();
  await expect(sellers.getByText(`${buyer.name} teklifi geri çekti.`)).toBeVisible();
  await expect(sellers.getByRole("button", { name: /kabul et/ })).toHaveCount(0);
  await sellers.context().close();
});
