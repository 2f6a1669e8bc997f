import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { selectFrom } from "../support/form";
import type { Dealer } from "../support/people";
import { approvedDealer } from "../support/people";
import { platformUnderTest } from "../support/platform";
import { asDealer } from "../support/sign-in";
import { findable, publishedVehicle } from "../support/stock";

let seller: Dealer;
let vehicleId: string;

test.beforeAll(async () => {
  seller = await approvedDealer(`Bulunan Oto ${Date.now().toString(36)}`);
  vehicleId = await publishedVehicle(seller, { price: 1_267_500 });
  await findable(vehicleId);
});

/** The number that a text such as "1.204 araç" begins with. */
async function numberIn(place: Locator): Promise<number> {
  const digits = /\d[\d.]*/.exec((await place.textContent()) ?? "")?.[0] ?? "";
  return Number(digits.replaceAll(".", ""));
}

/** The filters: a column on a desk, a sheet behind a button on a phone. */
async function openFilters(page: Page, isMobile: boolean, button: string): Promise<Locator> {
  if (!isMobile) return page.getByRole("complementary", { name: "Filtreler" });
  await page.getByRole("button", { name: button }).click();
  return page.getByRole("dialog", { name: "Filtreler" });
}

test("words are understood, facets narrow down, the vehicle shows all a buyer asks", async ({
  page,
  isMobile,
}) => {
  const buyer = await approvedDealer("Arayan Oto");
  await asDealer(page, buyer, "/pazar");
  const box = page.getByRole("combobox", { name: "Pazarda ara" });
  await box.fill("passat dizel 2019");
  // Suggestions lie over the list until the words are sent.
  await box.press("Enter");
  const chips = page.getByRole("list", { name: "Etkin filtreler" });
  for (const name of ["Passat", "Dizel", "2019"]) {
    await expect(chips.getByText(name, { exact: true })).toBeVisible();
  }
  const results = page.getByRole("list", { name: "Bulunan araçlar" });
  const cards = results.getByRole("article");
  await expect(results).toHaveAttribute("aria-busy", "false");
  await expect(cards.first()).toBeVisible();
  for (const card of await cards.all()) {
    await expect(card).toContainText(/Passat/);
    await expect(card).toContainText(/2019 · .* · Dizel/);
  }

  const filters = await openFilters(page, isMobile, "Filtreler");
  const automatic = filters.getByRole("checkbox", { name: /^Otomatik/ });
  const promised = await numberIn(
    filters
      .locator("label")
      .filter({ hasText: /^Otomatik/ })
      .locator("span")
      .last(),
  );
  await automatic.click();
  await expect(page).toHaveURL(/transmission=AUTOMATIC/);
  if (isMobile) await page.getByRole("button", { name: /aracı göster$/ }).click();
  const found = page.getByRole("status").filter({ hasText: /araç$/ });
  await expect.poll(() => numberIn(found)).toBe(promised);
  await selectFrom(page, page.getByRole("combobox", { name: "Sıralama" }), "En yeni ilan");

  // The address holds the whole search: a colleague who gets it sees the same.
  await page.reload();
  await expect(chips.getByText("Otomatik", { exact: true })).toBeVisible();
  const card = cards.filter({ hasText: seller.name });
  await expect(card).toHaveCount(1);
  await card.getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/pazar/${vehicleId}$`));
  await expect(page.getByRole("heading", { level: 1, name: /Passat/ })).toBeVisible();
  await expect(page.getByText("1.267.500 ₺").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Boya ve değişen" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Teklif ver" })).toBeVisible();
  await expect(page.getByText(seller.name).first()).toBeVisible();
  // Buyers see the end of a VIN, never all of it.
  await expect(page.getByText("WVWZZZ3CZKE")).toHaveCount(0);
  await page.goBack();
  await expect(card).toHaveCount(1);

  // A chip that is taken away leaves the rest.
  await chips.getByRole("button", { name: "2019 filtresini kaldır" }).click();
  await expect(chips.getByText("2019", { exact: true })).toHaveCount(0);
  await expect(chips.getByText("Passat", { exact: true })).toBeVisible();
});

test("nothing found says so and leads on", async ({ page }) => {
  const buyer = await approvedDealer("Boş Arayan Oto");
  await asDealer(page, buyer, "/pazar?q=passat+dizel&yearMin=2019&priceMax=1000");
  await expect(page.getByRole("heading", { name: "Bu aramaya uyan araç yok" })).toBeVisible();
  await page.getByRole("button", { name: "Aramayı sıfırla" }).click();
  await expect(page.getByRole("list", { name: "Bulunan araçlar" })).toBeVisible();
});

test("the public site finds the vehicle and tells search engines about it", async ({ page }) => {
  const answer = await page.goto(
    `${platformUnderTest.landing}/araclar?q=passat+dizel+2019&sirala=newest`,
  );
  // It is in the page that the server sends, without any script.
  expect(await answer?.text()).toContain(vehicleId);
  await page.locator(`a[href*="${vehicleId}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`/arac/.*passat.*-${vehicleId}$`));
  await expect(page.getByRole("heading", { level: 1, name: /Passat/ })).toBeVisible();
  await expect(page).toHaveTitle(/2019 .*Passat/);
  await expect(page.getByText("1.267.500 ₺").first()).toBeVisible();
  const picture = page.getByRole("img", { name: /fotoğraf/ }).first();
  await expect
    .poll(() =>
      picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
    )
    .toBeGreaterThan(0);

  // What a crawler reads is what the server sends.
  await page.reload();
  const data = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').first().textContent()) ?? "{}",
  ) as { "@graph": Record<string, unknown>[] };
  const car = data["@graph"].find((entry) => entry["@type"] === "Car");
  expect(car).toMatchObject({
    brand: { name: "Volkswagen" },
    model: "Passat",
    vehicleModelDate: "2019",
    offers: { price: "1267500.00", priceCurrency: "TRY", seller: { name: seller.name } },
  });
  expect(car?.image).toHaveLength(3);
  await expect(page.locator('meta[property="og:image"]').first()).toHaveAttribute(
    "content",
    /^http/,
  );
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", page.url());
});
