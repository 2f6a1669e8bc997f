import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { selectFrom } from "../support/form";
import type { Dealer } from "../support/people";
import { approvedDealer } from "../support/people";
import { platformUnderTest } from "../support/platform";
import { asDealer } from "../support/sign-in";
import { findable, publishedVehicle } from "../support/stock";

const run = Date.now().toString(36);
let seller: Dealer;
let first: string;
let second: string;

test.beforeAll(async () => {
  seller = await approvedDealer(`Vitrin Oto ${run}`);
  first = await publishedVehicle(seller, { price: 1_310_000, mileageKm: 61_000 });
  second = await publishedVehicle(seller, { price: 1_150_000, mileageKm: 98_000 });
  await Promise.all([findable(first), findable(second)]);
});

/** The market with only the seller's two vehicles in it. */
const theirStock = () => `/pazar?gallery=${seller.galleryId}&sort=price_desc`;
const results = (page: Page) => page.getByRole("list", { name: "Bulunan araçlar" });
const searchBox = (page: Page) => page.getByRole("combobox", { name: "Pazarda ara" });

/** Keeps searches on their way until what it returns is called. */
async function holdSearches(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(
    ({ pathname }) => pathname.includes("marketplace.search"),
    async (route) => {
      await released;
      await route.continue();
    },
  );
  return release;
}

/** What marks a vehicle on its card: the heart, the scales. */
const mark = (card: Locator, name: RegExp) => card.getByRole("button", { name });

test("the search box completes, remembers and forgets", async ({ page, isMobile }) => {
  const buyer = await approvedDealer("Yazan Oto");
  await asDealer(page, buyer, "/pazar");
  await searchBox(page).click();
  await searchBox(page).pressSequentially("dizel passa");
  const list = page.getByRole("listbox", { name: "Öneriler" });
  const series = list.getByRole("option", { name: /^Volkswagen Passat/ }).first();
  await expect(series).toBeVisible();
  const chips = page.getByRole("list", { name: "Etkin filtreler" });
  await expect(chips.getByText("Passat", { exact: true })).toHaveCount(1);
  // The next answer is kept back: until it is here, the screen lives on the last one.
  const release = await holdSearches(page);
  if (isMobile) {
    await series.click();
  } else {
    await searchBox(page).press("ArrowDown");
    await expect(list.getByRole("option", { selected: true })).toHaveCount(1);
    while ((await series.getAttribute("aria-selected")) !== "true") {
      await searchBox(page).press("ArrowDown");
    }
    await searchBox(page).press("Enter");
  }
  // The suggestion took the place of the word that was being typed; the other word stays.
  await expect(page).toHaveURL(/series=/);
  await expect(searchBox(page)).toHaveValue("dizel");
  await expect(chips.getByText("Dizel", { exact: true })).toBeVisible();
  await expect(chips.getByText("Passat", { exact: true })).toHaveCount(1);
  release();
  await expect(chips.getByText("Dizel", { exact: true })).toBeVisible();
  await expect(chips.getByText("Passat", { exact: true })).toHaveCount(1);

  // Galleries are suggested by name.
  await searchBox(page).fill(seller.name);
  await list.getByRole("option", { name: seller.name }).click();
  await expect(results(page).getByRole("article")).toHaveCount(2);

  // What was searched for comes back, and goes when it is told to.
  await searchBox(page).fill(`kırmızı ${run}`);
  await searchBox(page).press("Enter");
  await page.goto(`${platformUnderTest.gallery}/pazar`);
  await searchBox(page).click();
  const recent = list.getByRole("option", { name: `kırmızı ${run}` });
  await expect(recent).toBeVisible();
  await page.locator(`[data-forget="kırmızı ${run}"]`).click();
  await expect(recent).toHaveCount(0);
});

test("hearts follow vehicles, and the list of favourites knows what became of them", async ({
  page,
}) => {
  const buyer = await approvedDealer("Takip Oto");
  const followed = await publishedVehicle(seller, { price: 1_500_000 });
  await findable(followed);
  await asDealer(page, buyer, `/pazar/${followed}`);
  await page.getByRole("button", { name: "Favorilere ekle" }).click();
  await expect(page.getByRole("button", { name: "Favorilerde" })).toBeVisible();
  await page.goto(`${platformUnderTest.gallery}${theirStock()}`);
  const cards = results(page).getByRole("article");
  await expect(mark(cards.first(), /^Favori/)).toHaveAttribute("aria-pressed", "true");
  await mark(cards.last(), /^Favori/).click();
  await expect(mark(cards.last(), /^Favori/)).toHaveAttribute("aria-pressed", "true");

  await page.goto(`${platformUnderTest.gallery}/favoriler`);
  const favorites = page.getByRole("list", { name: "Favoriler" }).getByRole("article");
  await expect(favorites).toHaveCount(2);
  // It gets cheaper while the list is on the screen.
  await seller.api.call("inventory.changePrice", {
    vehicleId: followed,
    price: { amount: 135_000_000, currency: "TRY" },
  });
  await expect(favorites.getByText("%10 düştü (150.000 ₺)")).toBeVisible({ timeout: 60_000 });
  // Off the market it stays in the list, says so, and can be let go.
  await seller.api.call("inventory.unpublish", { vehicleId: followed });
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Yayında değil")).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
  await page.getByRole("button", { name: /favorilerden çıkar$/i }).click();
  await expect(favorites).toHaveCount(1);
  await page.getByRole("button", { name: "Geri al" }).first().waitFor();
});

test("a search is saved, opened, renamed, silenced and deleted", async ({ page }) => {
  const buyer = await approvedDealer("Kaydeden Oto");
  await asDealer(page, buyer, `/pazar?q=passat+dizel&priceMax=1400000&gallery=${seller.galleryId}`);
  await expect(page.getByRole("list", { name: "Etkin filtreler" })).toBeVisible();
  await page.getByRole("button", { name: "Aramayı kaydet" }).click();
  const sheet = page.getByRole("dialog", { name: "Aramayı kaydet" });
  await expect(sheet.getByRole("textbox", { name: "Arama adı" })).toHaveValue(/Passat · Dizel/);
  await sheet.getByRole("textbox", { name: "Arama adı" }).fill("Ucuz Passat");
  await sheet.getByRole("radio", { name: /^Anında/ }).click();
  await sheet.getByRole("button", { name: "Kaydet" }).click();
  await expect(page.getByText("Arama kaydedildi.")).toBeVisible();

  // A vehicle that fits is published: the list counts it without being asked again.
  await page.goto(`${platformUnderTest.gallery}/kayitli-aramalar`);
  const row = page.getByRole("article").filter({ hasText: "Ucuz Passat" });
  await expect(row).toContainText("“passat dizel”");
  const fits = await publishedVehicle(seller, { price: 1_090_000 });
  await expect(row.getByText("1 yeni")).toBeVisible({ timeout: 60_000 });
  await row.getByRole("link", { name: "Ucuz Passat aramasını aç" }).click();
  await expect(page).toHaveURL(/q=passat\+dizel/);
  await expect(page).not.toHaveURL(/arama=/);
  await expect(results(page).locator(`a[href$="${fits}"]`)).toBeVisible();

  await page.goto(`${platformUnderTest.gallery}/kayitli-aramalar`);
  await expect(row).toBeVisible();
  await expect(row.getByText("1 yeni")).toHaveCount(0);
  await row.getByRole("combobox", { name: "Ucuz Passat: bildirim" }).click();
  await page.getByRole("option", { name: "Kapalı" }).click();
  await row.getByRole("button", { name: "Ucuz Passat: diğer işlemler" }).click();
  await page.getByRole("menuitem", { name: "Adını değiştir" }).click();
  await page.getByRole("textbox", { name: "Arama adı" }).fill("Passat takibi");
  await page.getByRole("button", { name: "Kaydet" }).click();
  const renamed = page.getByRole("article").filter({ hasText: "Passat takibi" });
  await expect(renamed.getByRole("combobox")).toContainText("Kapalı");
  await page.reload();
  await expect(renamed.getByRole("combobox")).toContainText("Kapalı");
  await renamed.getByRole("button", { name: "Passat takibi: diğer işlemler" }).click();
  await page.getByRole("menuitem", { name: "Sil" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sil" }).click();
  await expect(page.getByRole("heading", { name: "Kayıtlı aramanız yok" })).toBeVisible();
  await seller.api.call("inventory.archive", { vehicleId: fits });
});

test("the map of provinces narrows the market down, by keyboard too", async ({
  page,
  isMobile,
}) => {
  const buyer = await approvedDealer("Haritacı Oto");
  await asDealer(page, buyer, "/pazar?view=map");
  const map = page.getByRole("group", { name: /^İllere göre araçlar/ });
  await expect(map.getByRole("button")).toHaveCount(81);
  const ankara = map.getByRole("button", { name: /^06 Ankara: [\d.]+ araç$/ });
  const promised = /[\d.]+(?= araç)/.exec((await ankara.getAttribute("aria-label")) ?? "")?.[0];
  if (isMobile) {
    await ankara.click();
  } else {
    await ankara.focus();
    await page.keyboard.press("ArrowRight");
    await expect(map.getByRole("button", { name: /^40 Kırşehir/ })).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
  }
  await expect(ankara).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/province=6/);
  await expect(page.getByRole("status").filter({ hasText: /araç$/ })).toHaveText(
    `${promised} araç`,
  );
  for (const card of (await results(page).getByRole("article").all()).slice(0, 6)) {
    await expect(card).toContainText("Ankara");
  }
  // The list says the same, and leads on to a second province.
  const list = page.getByRole("list", { name: "Araç sayısına göre iller" });
  await expect(list.getByRole("button", { name: /^Ankara/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await list.getByRole("button", { name: /^İstanbul/ }).click();
  await expect(page).toHaveURL(/province=6,34/);
});

test("vehicles are put side by side, by an address that can be shared", async ({ page }) => {
  const buyer = await approvedDealer("Kıyas Oto");
  await asDealer(page, buyer, theirStock());
  const cards = results(page).getByRole("article");
  const dearer = cards.filter({ hasText: "1.310.000 ₺" });
  const cheaper = cards.filter({ hasText: "1.150.000 ₺" });
  await mark(dearer, /^Karşılaştır/).click();
  const tray = page.getByRole("region", { name: "Karşılaştırılacak araçlar" });
  await expect(tray.getByRole("button", { name: "Karşılaştır", exact: true })).toBeDisabled();
  await mark(cheaper, /^Karşılaştır/).click();
  await tray.getByRole("link", { name: "Karşılaştır" }).click();
  await expect(page).toHaveURL(new RegExp(`arac=${first},${second}`));

  const table = page.getByRole("table", { name: "Karşılaştırma" });
  await expect(table.getByRole("columnheader")).toHaveCount(2);
  const price = table.getByRole("row", { name: /^Fiyat\s*\(farklı\)/ });
  await expect(price.getByRole("cell").nth(1)).toContainText("1.150.000 ₺");
  await expect(price.getByRole("cell").nth(1)).toContainText("En iyi");
  await expect(price.getByRole("cell").nth(0)).not.toContainText("En iyi");
  await expect(table.getByRole("row", { name: /^Yakıt/ })).toBeVisible();
  await page.getByRole("switch", { name: "Yalnız farkları göster" }).click();
  await expect(table.getByRole("row", { name: /^Yakıt/ })).toHaveCount(0);
  await expect(price).toBeVisible();
  await page.reload();
  await expect(table.getByRole("columnheader")).toHaveCount(2);
  await table
    .getByRole("button", { name: /karşılaştırmadan çıkar$/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`arac=${second}$`));
});

test("a list is left and found again, as cards and as lines", async ({ page, isMobile }) => {
  const buyer = await approvedDealer("Dönen Oto");
  await asDealer(page, buyer, "/pazar");
  const cards = results(page).getByRole("article");
  await expect(cards.first()).toBeVisible();
  // Far into the second page of the list.
  await expect(async () => {
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    expect(await cards.count()).toBeGreaterThan(40);
  }).toPass();
  const far = cards.nth(30).getByRole("link");
  await far.scrollIntoViewIfNeeded();
  const at = await page.evaluate(() => window.scrollY);
  const href = await far.getAttribute("href");
  await far.click();
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.locator(`article a[href="${href}"]`)).toBeInViewport();
  expect(Math.abs((await page.evaluate(() => window.scrollY)) - at)).toBeLessThan(400);

  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole("radiogroup", { name: "Görünüm" }).getByRole("radio").nth(1).click();
  await expect(page).toHaveURL(/view=table/);
  const table = page.getByRole("table", { name: "Bulunan araçlar" });
  if (isMobile) {
    const order = page.getByRole("combobox", { name: "Sıralama" });
    await selectFrom(page, order, "Fiyat: düşükten yükseğe");
  } else {
    await table.getByRole("button", { name: "Fiyat" }).click();
  }
  await expect(page).toHaveURL(/sort=price_asc/);
  await expect(table.getByRole("row").nth(1)).toBeVisible();
});

test("a vehicle is shared by an address that its reader can open", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const buyer = await approvedDealer("Paylaşan Oto");
  await asDealer(page, buyer, `/pazar/${first}`);
  await page.getByRole("button", { name: "Paylaş", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Aracı paylaş" });
  await expect(sheet.getByRole("figure", { name: "Paylaşım kartı" })).toContainText("1.310.000 ₺");
  await sheet.getByRole("button", { name: "Bağlantıyı kopyala" }).click();
  await expect(page.getByText("Bağlantı kopyalandı.")).toBeVisible();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(address).toContain(`${platformUnderTest.landing}/arac/`);
  await expect(sheet.getByRole("link", { name: "WhatsApp ile gönder" })).toHaveAttribute(
    "href",
    new RegExp(`wa\\.me.*${first}`),
  );
});
