import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { chooseFrom, drop, selectFrom } from "../support/form";
import { approvedDealer } from "../support/people";
import { asDealer } from "../support/sign-in";
import { photo } from "../support/stock";

const box = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true });
const text = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const file = async (name: string) => ({ name, body: await photo() });

/** Uploads at the speed of a phone in a basement, so that progress can be seen. */
async function slowDown(page: Page, kilobytesPerSecond: number): Promise<void> {
  const uploadThroughput = kilobytesPerSecond === 0 ? -1 : kilobytesPerSecond * 1024;
  const session = await page.context().newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput,
  });
}

async function describeCar(page: Page): Promise<void> {
  await chooseFrom(page, box(page, "Marka"), "Volkswagen");
  await chooseFrom(page, box(page, "Seri"), "Passat");
  await chooseFrom(page, box(page, "Model"), "1.6 TDI BlueMotion");
  await chooseFrom(page, box(page, "Donanım paketi"), "Highline");
  // The catalogue fills in what the model is sure of, and says so.
  await expect(box(page, "Yakıt")).toContainText("Dizel");
  await expect(box(page, "Çekiş")).toContainText("Önden çekiş");
  await expect(text(page, "Motor hacmi")).toHaveValue("1.598");
  await expect(text(page, "Motor gücü")).toHaveValue("120");
  await expect(page.getByText("Katalogdan").first()).toBeVisible();
  await text(page, "Model yılı").fill("2019");
  await text(page, "Kilometre").fill("84500");
  await expect(text(page, "Kilometre")).toHaveValue("84.500");
  await text(page, "Fiyat").fill("1245000");
  await expect(text(page, "Fiyat")).toHaveValue("1.245.000");
  await text(page, "Plaka").fill("34 kz 4821");
  await selectFrom(page, box(page, "Vites"), "Otomatik");
  await selectFrom(page, box(page, "Kasa tipi"), "Sedan");
  await selectFrom(page, box(page, "Renk"), "Gri");
  await page.getByRole("radio", { name: "Hasar kaydı yok" }).click();
  await page.getByRole("radio", { name: "Garanti bitmiş" }).click();
  await page.getByRole("button", { name: /^Donanım/ }).click();
  await page.getByRole("searchbox", { name: "Donanım ara" }).fill("sunr");
  await page.getByRole("checkbox", { name: "Sunroof", exact: true }).click();
  await expect(page.getByText("1 seçildi")).toBeVisible();
}

/** Everything original but the painted hood: one brush, then the rest. */
async function paintBody(page: Page): Promise<void> {
  const brushes = page.getByRole("radiogroup", { name: /Durumu seçin/ });
  await brushes.getByRole("radio", { name: /^Boyalı/ }).click();
  await page.getByRole("button", { name: /^Motor kaputu/ }).click();
  await brushes.getByRole("radio", { name: /^Orijinal/ }).click();
  await page.getByRole("button", { name: "Kalan 12 parça: Orijinal" }).click();
  await expect(page.getByText("13/13 parça")).toBeVisible();
}

test("a vehicle goes from the form over its photos to the market", async ({ page }) => {
  const dealer = await approvedDealer("Stok Motorlu Araçlar");
  await asDealer(page, dealer, "/stok");
  await page.getByRole("link", { name: "Araç ekle" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Araç ekle" })).toBeVisible();
  await page.getByRole("button", { name: "Kaydet ve fotoğraflara geç" }).click();
  await expect(page.getByRole("alert").getByText("Girdikleriniz duruyor")).toBeVisible();
  await describeCar(page);
  await page.getByRole("button", { name: "Kaydet ve fotoğraflara geç" }).click();
  await expect(page).toHaveURL(/\/stok\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1, name: /Passat/ })).toBeVisible();

  await slowDown(page, 350);
  const front = await file("on.jpg");
  const rear = await file("arka.jpg");
  await page
    .locator('input[type="file"][aria-label="Fotoğraf seç"]')
    .setInputFiles(
      [front, rear].map(({ name, body: buffer }) => ({ name, mimeType: "image/jpeg", buffer })),
    );
  for (const { name } of [front, rear]) {
    await expect(
      page.getByRole("progressbar", { name: new RegExp(`^${name}: Yükleniyor`) }),
    ).toBeVisible();
  }
  await slowDown(page, 0);
  await drop(page, page.getByText("Fotoğraf ekleyin", { exact: true }), [
    await file("ic.jpg"),
    await file("bagaj.jpg"),
  ]);
  // Ready by themselves: nobody reloads.
  const photos = page.getByRole("figure");
  await expect(photos.filter({ has: page.getByText("Hazır", { exact: true }) })).toHaveCount(4, {
    timeout: 90_000,
  });
  await expect(photos.getByText("Kapak", { exact: true })).toHaveCount(1);
  const picture = photos.first().getByRole("img").first();
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toHaveJSProperty("complete", true);

  const missing = page.getByRole("list", { name: "Eksikler" });
  await page.getByRole("button", { name: "Yayınla", exact: true }).click();
  await expect(missing.getByText("13 parçanın durumu belirtilmemiş.")).toBeVisible();
  await expect(
    missing.getByText("Kaporta şemasında 13 parçanın tamamını işaretleyin."),
  ).toBeVisible();
  await expect(missing.getByText("Rehin ya da haciz durumu belirtilmemiş.")).toBeVisible();
  await missing.getByRole("link", { name: /^Düzelt: 13 parçanın/ }).click();
  await expect(page).toHaveURL(/#kaporta$/);
  await paintBody(page);
  await page.getByRole("radio", { name: "Rehin / haciz yok" }).click();
  await text(page, "Şasi numarası").fill("wvwzzz3czke012345");
  await page.getByRole("button", { name: "Değişiklikleri kaydet" }).click();
  await expect(page.getByText("Yayına hazır")).toBeVisible();
  await expect(missing).toHaveCount(0);

  await page.getByRole("button", { name: "Yayınla", exact: true }).click();
  await expect(page.getByText("Pazarda yayında; galeriler teklif verebilir.")).toBeVisible();
  await page.getByRole("link", { name: "Pazarda gör" }).click();
  await expect(page.getByText("Bu sizin aracınız")).toBeVisible();
  await expect(page.getByText("1.245.000 ₺").first()).toBeVisible();
});

test("an unfinished entry waits, and a file that is no photo says why it failed", async ({
  page,
}) => {
  const dealer = await approvedDealer("Yarım Form Oto");
  await asDealer(page, dealer, "/stok/yeni");
  await chooseFrom(page, box(page, "Marka"), "Volkswagen");
  await chooseFrom(page, box(page, "Seri"), "Golf");
  await text(page, "Kilometre").fill("61250");
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })))
    .toContain("61250");
  await page.goto(`${new URL(page.url()).origin}/stok`);
  await page.getByRole("link", { name: "Araç ekle" }).first().click();
  await expect(page.getByText("Kaldığınız yerden devam ediyorsunuz")).toBeVisible();
  await expect(box(page, "Seri")).toContainText("Golf");
  await expect(text(page, "Kilometre")).toHaveValue("61.250");
  await text(page, "Model yılı").fill("2020");
  await text(page, "Fiyat").fill("990000");
  for (const [name, option] of [
    ["Yakıt", "Benzin"],
    ["Vites", "Manuel"],
    ["Kasa tipi", "Hatchback"],
    ["Renk", "Beyaz"],
  ] as const) {
    await selectFrom(page, box(page, name), option);
  }
  await page.getByRole("button", { name: "Kaydet ve fotoğraflara geç" }).click();
  await expect(page).toHaveURL(/\/stok\/[0-9a-f-]{36}/);

  const browse = page.locator('input[type="file"][aria-label="Fotoğraf seç"]');
  await browse.setInputFiles([
    { name: "liste.jpg", mimeType: "image/jpeg", buffer: Buffer.from("plaka;fiyat\n34ABC123;1") },
    { name: "iyi.jpg", mimeType: "image/jpeg", buffer: await photo(1000, 750) },
  ]);
  const photos = page.getByRole("figure");
  const bad = photos.filter({ hasText: "liste.jpg" });
  const good = photos.filter({ hasText: "iyi.jpg" });
  await expect(good.getByText("Hazır", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(bad.getByText(/fotoğraf|dosya|görsel|resim/i)).toBeVisible({ timeout: 60_000 });
  await bad.getByRole("button", { name: /işlemleri|kaldır/ }).click();
  await page.getByRole("menuitem", { name: /kaldır/ }).click();
  await expect(bad).toHaveCount(0);
  await expect(good).toHaveCount(1);
});
