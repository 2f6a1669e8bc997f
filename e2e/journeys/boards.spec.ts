import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { expectAccessible, watch } from "../support/look";
import { counter, makeOffer, offerOf, setFloor } from "../support/offers";
import type { Dealer } from "../support/people";
import { approvedDealer } from "../support/people";
import { asDealer } from "../support/sign-in";
import { publishedVehicle } from "../support/stock";

const PRICE = 1_300_000;
const run = Date.now().toString(36);

const lane = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const cardOf = (page: Page, dealer: Dealer) =>
  page.getByRole("article").filter({ hasText: dealer.name });
const choose = (page: Page, dealer: Dealer) =>
  page.getByRole("checkbox", { name: new RegExp(`${dealer.name} teklifini seç`) });

interface Scene {
  seller: Dealer;
  buyers: [Dealer, Dealer, Dealer];
  vehicleId: string;
  offers: [string, string, string];
}

/** One vehicle, three buyers who want it. */
async function scene(name: string): Promise<Scene> {
  const [seller, first, second, third] = await Promise.all(
    ["Satıcı", "Birinci", "İkinci", "Üçüncü"].map((who) => approvedDealer(`${who} ${name} ${run}`)),
  );
  if (!seller || !first || !second || !third) throw new Error("four dealers were asked for");
  const vehicleId = await publishedVehicle(seller, { price: PRICE });
  await setFloor(seller, vehicleId, { price: PRICE, floor: 1_250_000 });
  const offers: [string, string, string] = [
    await makeOffer(first, vehicleId, { lira: 1_200_000, message: "Nakit, bugün noter." }),
    await makeOffer(second, vehicleId, { lira: 1_260_000 }),
    await makeOffer(third, vehicleId, { lira: 1_180_000, validForHours: 1 }),
  ];
  return { seller, buyers: [first, second, third], vehicleId, offers };
}

test.describe.configure({ timeout: 240_000 });

test("the board sorts by what is needed, follows live and keeps its filters in the address", async ({
  page,
}, testInfo) => {
  const { seller, buyers, offers, vehicleId } = await scene("Pano");
  const [first, second, third] = buyers;
  const notes = watch(page);
  await asDealer(page, seller, "/teklifler");
  await expect(lane(page, "Süresi doluyor").getByRole("article")).toContainText(third.name);
  await expect(lane(page, "Sıra sizde").getByRole("article")).toHaveCount(2);
  await expect(cardOf(page, first)).toContainText("Yeni gelişme");
  await expect(cardOf(page, first)).toContainText("Nakit, bugün noter.");
  await expectAccessible(page);

  // An answer moves the card to the other side's column, and back when the buyer speaks, all live.
  await counter(seller, offers[1], { round: 1, lira: 1_290_000 });
  await expect(lane(page, "Yanıt bekleniyor").getByRole("article")).toContainText(second.name);
  await counter(second, offers[1], { round: 2, lira: 1_275_000, final: true });
  const mine = lane(page, "Sıra sizde").getByRole("article").filter({ hasText: second.name });
  await expect(mine).toContainText("Son teklif");
  await expect(mine).toContainText("Siz 1.290.000 ₺ · Karşı taraf 1.275.000 ₺");

  if (testInfo.project.name === "desk") {
    await lane(page, "Sıra sizde").getByRole("link").first().focus();
    await page.keyboard.press("ArrowDown");
    await expect(lane(page, "Sıra sizde").getByRole("link").nth(1)).toBeFocused();
    await page.keyboard.press("x");
    await expect(page.getByText("1 teklif seçildi")).toBeVisible();
    await page.keyboard.press("x");
    await expect(page.getByText("1 teklif seçildi")).toHaveCount(0);
  }

  await page.getByRole("searchbox", { name: "Araç ya da galeri ara" }).fill(second.name);
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page).toHaveURL(/q=/);
  await page.getByRole("button", { name: "Aramayı temizle" }).click();
  await expect(page.getByRole("article")).toHaveCount(3);
  await page.getByRole("button", { name: /^Filtreler/ }).click();
  const sheet = page.getByRole("dialog", { name: "Teklif filtreleri" });
  await sheet.getByRole("button", { name: "%97 ve üstü" }).click();
  await sheet.getByRole("button", { name: "Göster" }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(cardOf(page, second)).toBeVisible();

  await page.goto(new URL("/teklifler?view=vehicles", page.url()).href);
  await expect(page.getByRole("article")).toContainText("3 açık teklif");
  await page.getByRole("link", { name: "3 teklifi karşılaştır" }).click();
  await expect(page).toHaveURL(new RegExp(`/teklifler/karsilastir/${vehicleId}`));
  await page.goto(new URL("/teklifler?lane=SOON", page.url()).href);
  await expect(page.getByRole("list", { name: "Gelen" }).getByRole("article")).toHaveCount(1);
  expect(notes).toEqual({ complaints: [], strangers: [] });
});

test("several offers are rejected at once, with a note and a way back", async ({ page }) => {
  const { seller, buyers, offers } = await scene("Toplu");
  const [first, second, third] = buyers;
  await asDealer(page, seller, "/teklifler");
  const rejectTwo = async () => {
    await choose(page, first).click();
    await choose(page, third).click();
    await page.getByRole("button", { name: "2 teklifi reddet" }).click();
    const dialog = page.getByRole("dialog", { name: "2 teklif reddedilsin mi?" });
    await dialog.getByRole("button", { name: /bu tutarda anlaşamıyoruz/ }).click();
    await dialog.getByRole("button", { name: "Reddet", exact: true }).click();
    await expect(page.getByText("2 teklif reddediliyor").first()).toBeVisible();
    await expect(cardOf(page, first)).toHaveCount(0);
    await expect(cardOf(page, second)).toBeVisible();
  };
  await rejectTwo();
  await page.getByRole("button", { name: "Geri al" }).click();
  await expect(cardOf(page, first)).toBeVisible();
  expect(await offerOf(first, offers[0])).toMatchObject({ status: "OPEN" });

  await rejectTwo();
  await expect(page.getByText("2 teklif reddedildi.")).toBeVisible();
  for (const [dealer, offerId] of [
    [first, offers[0]],
    [third, offers[2]],
  ] as const) {
    expect(await offerOf(dealer, offerId)).toMatchObject({
      status: "REJECTED",
      closeMessage: "İlginize teşekkürler, bu tutarda anlaşamıyoruz.",
    });
  }
  expect(await offerOf(second, offers[1])).toMatchObject({ status: "OPEN" });
  await expect(lane(page, "Sona eren").getByRole("article")).toHaveCount(2);

  // Whoever leaves before the window closes has decided all the same.
  await choose(page, second).click();
  await page.getByRole("button", { name: "1 teklifi reddet" }).click();
  await page
    .getByRole("dialog", { name: "Teklif reddedilsin mi?" })
    .getByRole("button", { name: "Reddet", exact: true })
    .click();
  await expect(page.getByText("1 teklif reddediliyor")).toBeVisible();
  await page.goto("about:blank");
  await expect.poll(async () => (await offerOf(second, offers[1])).status).toBe("REJECTED");
});

test("rivals are weighed side by side and answered from there", async ({ page }) => {
  const { seller, buyers, offers, vehicleId } = await scene("Kıyas");
  const [first, second] = buyers;
  await asDealer(page, seller, `/teklifler/karsilastir/${vehicleId}`);
  const rivals = page.getByRole("list", { name: "Teklifleri karşılaştır" }).locator("> li");
  await expect(rivals).toHaveCount(3);
  await expect(rivals.first()).toContainText(second.name);
  await expect(rivals.first()).toContainText("En yüksek teklif");
  await expect(rivals.first()).toContainText("Alt sınırınızın 10.000 ₺ üstünde");
  await expect(rivals.filter({ hasText: first.name })).toContainText(
    "Alt sınırınızın 50.000 ₺ altında",
  );
  await expectAccessible(page);

  await rivals
    .filter({ hasText: first.name })
    .getByRole("button", { name: "Karşı teklif", exact: true })
    .click();
  const sheet = page.getByRole("dialog", { name: "Karşı teklif" });
  await expect(sheet).toContainText("Gizli alt sınırınız 1.250.000 ₺");
  await sheet.getByRole("button", { name: "Ortada buluş" }).click();
  await expect(sheet.getByRole("textbox", { name: "Teklif tutarı" })).toHaveValue("1.250.000");
  await sheet.getByRole("button", { name: "5.000 ₺ azalt" }).click();
  await expect(sheet).toContainText("bu tutar 5.000 ₺ altında");
  await sheet.getByRole("button", { name: "5.000 ₺ artır" }).click();
  await expect(sheet).toContainText("İlan fiyatının 50.000 ₺ (%3,8) altında");
  await sheet.getByRole("button", { name: "2 gün", exact: true }).click();
  await sheet.getByRole("button", { name: "Araç temiz, bu fiyata anlaşırız." }).click();
  await sheet.getByRole("checkbox", { name: /son teklifim/ }).click();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Karşı teklifi gönder" }).click();
  await expect(sheet).toHaveCount(0);
  await expect(rivals.filter({ hasText: first.name })).toContainText("Yanıt bekleniyor");
  expect(await offerOf(first, offers[0])).toMatchObject({ round: 2, status: "OPEN" });

  await rivals.first().getByRole("button", { name: "1.260.000 ₺ kabul et" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Kabul et" }).click();
  await expect(page.getByText("Bu araçta açık teklif yok")).toBeVisible();
  expect(await offerOf(first, offers[0])).toMatchObject({ status: "CLOSED" });

  // The winner finds it among what runs, with what is reserved for them.
  await asDealer(page, second, "/teklifler?side=running");
  const row = page.getByRole("list", { name: "Alımlarım" }).getByRole("article");
  await expect(row).toContainText("Sizin için rezerve");
  await expect(row).toContainText("1.260.000 ₺");
  await expectAccessible(page);
  await row.getByRole("link").click();
  await expect(page).toHaveURL(/\/rezervasyonlar\//);
});

test("the start page leads to what cannot wait", async ({ page }) => {
  const { seller } = await scene("Başlangıç");
  await asDealer(page, seller);
  const tiles = page.getByRole("list", { name: "Bekleyen pazarlıklar" });
  await expect(tiles.getByRole("link", { name: /Sıra bende/ })).toContainText("3");
  await expect(tiles.getByRole("link", { name: /Yeni gelişme/ })).toContainText("3");
  await tiles.getByRole("link", { name: /Bir saat içinde bitiyor/ }).click();
  await expect(page.getByRole("list", { name: "Gelen" }).getByRole("article")).toHaveCount(1);
  await page.getByRole("article").getByRole("link").click();
  await expect(page.getByText("Sırada ne var?")).toBeVisible();
  await expect(page.getByRole("link", { name: /2 açık teklif daha var/ })).toBeVisible();
  await expectAccessible(page);
});

test("private rules are set on the vehicle's page and answer by themselves", async ({ page }) => {
  const [seller, buyer] = await Promise.all(
    ["Kurallı Satıcı", "Kuralsız Alıcı"].map((who) => approvedDealer(`${who} ${run}`)),
  );
  if (!seller || !buyer) throw new Error("two dealers were asked for");
  const vehicleId = await publishedVehicle(seller, { price: PRICE });
  await asDealer(page, seller, `/stok/${vehicleId}`);
  await page.getByRole("button", { name: "Kuralları düzenle" }).click();
  const sheet = page.getByRole("dialog", { name: "Teklif kuralları" });
  await sheet.getByRole("textbox", { name: "Alt sınır" }).fill("1100000");
  await sheet.getByRole("radio", { name: /Farkın bir bölümü/ }).click();
  await sheet.getByRole("textbox", { name: /Şu tutarın altındaki/ }).fill("1250000");
  await expect(sheet.getByText("1.100.000 ₺ teklife 1.200.000 ₺")).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Kuralları kaydet" }).click();
  await expect(page.getByText("Teklif kuralları kaydedildi.")).toBeVisible();
  await expect(page.getByText(/1\.250\.000 ₺ altındaki tekliflere/)).toBeVisible();

  const offerId = await makeOffer(buyer, vehicleId, { lira: 1_200_000 });
  expect(await offerOf(buyer, offerId)).toMatchObject({ status: "OPEN", round: 2 });
  await page.goto(new URL(`/teklifler/${offerId}`, page.url()).href);
  await expect(page.getByText("Kuralınız yanıtladı")).toBeVisible();

  await page.goto(new URL("/ayarlar?bolum=ticaret", page.url()).href);
  await page.getByRole("switch", { name: "Günün her saati" }).click();
  await page.getByRole("checkbox", { name: "Cumartesi", exact: true }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Saatleri kaydet" }).click();
  await expect(page.getByText("Ayarlar kaydedildi.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("checkbox", { name: "Cumartesi", exact: true })).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Cuma", exact: true })).toBeChecked();
});
