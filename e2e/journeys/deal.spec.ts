import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { elsewhere } from "../support/devices";
import { counter } from "../support/offers";
import { approvedDealer } from "../support/people";
import { platformUnderTest } from "../support/platform";
import { asDealer } from "../support/sign-in";
import { findable, publishedVehicle } from "../support/stock";

const PRICE = 1_310_000;
const run = Date.now().toString(36);
const verifier = path.resolve(import.meta.dirname, "../../tooling/deal-verify/main.mjs");

/** Runs the verifier as anybody would who was sent the file. */
const verify = (args: string[]): Promise<{ code: number; out: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [verifier, ...args], (error, out) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out });
    });
  });

/** Marks a step of the checklist as done, with its number. */
async function finishStep(page: Page, step: string, reference: string): Promise<void> {
  await page.getByRole("button", { name: `${step} adımını düzenle` }).click();
  const sheet = page.getByRole("dialog", { name: step });
  await sheet.getByRole("radio", { name: "Tamam", exact: true }).click();
  await sheet.getByRole("textbox", { name: /no$|referansı$/ }).fill(reference);
  await sheet.getByRole("button", { name: "Kaydet" }).click();
  await expect(sheet).toBeHidden();
}

async function confirmHandover(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Teslimi onayla" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Teslimi onayla" }).click();
}

async function rate(
  page: Page,
  name: string,
  { stars, comment }: { stars: number; comment: string },
) {
  await page.getByRole("button", { name: `${name} tarafını değerlendir` }).click();
  const sheet = page.getByRole("dialog", { name: `${name} tarafını değerlendir` });
  const overall = sheet.getByRole("group", { name: "Genel" });
  await overall.getByRole("radio", { name: `${stars} yıldız` }).check();
  await sheet.getByRole("textbox", { name: "Yorum" }).fill(comment);
  await sheet.getByRole("button", { name: "Değerlendirmeyi gönder" }).click();
  await expect(sheet).toBeHidden();
}

test("from an offer to a rated deal whose log proves itself, live on both sides", async ({
  page,
  browser,
}, testInfo) => {
  const [seller, buyer] = await Promise.all([
    approvedDealer(`Veren Oto ${run}`),
    approvedDealer(`Alıcı Oto ${run}`),
  ]);
  const vehicleId = await publishedVehicle(seller, { price: PRICE });
  await findable(vehicleId);
  const sellers = await elsewhere(browser, testInfo);

  // The buyer offers from the vehicle's page, the seller's board has it, and the buyer agrees.
  await asDealer(page, buyer, `/pazar/${vehicleId}`);
  await page.getByRole("button", { name: "Teklif ver" }).click();
  const form = page.getByRole("form", { name: "Teklif ver" });
  await form.getByRole("textbox", { name: "Teklif tutarı" }).fill("1240000");
  await form.getByRole("button", { name: "Teklif ver" }).click();
  await expect(page.getByText("Teklifiniz iletildi.")).toBeVisible();
  await asDealer(sellers, seller, "/teklifler");
  await sellers.getByRole("article").filter({ hasText: buyer.name }).getByRole("link").click();
  await expect(sellers).toHaveURL(/\/teklifler\/[0-9a-f-]{36}/);
  const offerId = new URL(sellers.url()).pathname.split("/").at(-1) ?? "";
  await page.getByRole("link", { name: "Pazarlığı aç" }).click();
  await expect(page.getByText("Yanıt bekleniyor")).toBeVisible();
  await counter(seller, offerId, { round: 1, lira: 1_285_000 });
  await page.getByRole("button", { name: "1.285.000 ₺ kabul et" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Kabul et" }).click();
  await page.getByRole("link", { name: "Rezervasyona git" }).click();
  await expect(page.getByText("Kontrol listesi")).toBeVisible();
  const deal = new URL(page.url()).pathname;

  // Both have the deal open; each step shows on the other side by itself.
  await sellers.goto(`${platformUnderTest.gallery}${deal}`);
  await expect(page.getByRole("button", { name: "Teslimi onayla" })).toBeDisabled();
  await finishStep(page, "Ekspertiz", "EKS-2026-1");
  await expect(sellers.getByText("EKS-2026-1")).toBeVisible();
  await finishStep(sellers, "Güvenli ödeme", "GO-778");
  await expect(page.getByText("GO-778")).toBeVisible();
  await finishStep(page, "Noter", "NTR-5");

  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Ekspertiz için belge ekle" }).click();
  await (await chooser).setFiles({
    name: "ekspertiz-raporu.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"),
  });
  await expect(sellers.getByRole("button", { name: /ekspertiz-raporu\.pdf/ })).toBeVisible();

  await confirmHandover(sellers);
  await expect(page.getByText(`${seller.name} teslimi onayladı`)).toBeVisible();
  await expect(page.getByText("Süre durdu").first()).toBeVisible();
  await confirmHandover(page);
  await expect(sellers.getByText("Satış tamamlandı").first()).toBeVisible();

  // Nobody sees the other's rating before giving one.
  await rate(page, seller.name, { stars: 5, comment: "Söz verdiği gibi teslim etti." });
  await expect(sellers.getByText(/değerlendirdi\. Siz de değerlendirince/)).toBeVisible();
  await expect(sellers.getByText("Söz verdiği gibi teslim etti.")).toHaveCount(0);
  await rate(sellers, buyer.name, { stars: 4, comment: "Ödemesi zamanında geldi." });
  await expect(sellers.getByText("Söz verdiği gibi teslim etti.").first()).toBeVisible();
  await expect(page.getByText("Ödemesi zamanında geldi.").first()).toBeVisible();

  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "PDF indir" }).click();
  const file = testInfo.outputPath("kayit.pdf");
  await (await saved).saveAs(file);
  const keys = testInfo.outputPath("keys.json");
  const published = await page.request.get(
    `${platformUnderTest.api}/.well-known/deal-log-keys.json`,
  );
  await writeFile(keys, await published.text());
  expect(await verify([file, "--keys", keys])).toMatchObject({
    code: 0,
    out: expect.stringContaining("deal.rated"),
  });
  const bytes = await readFile(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  await writeFile(file, bytes);
  expect(await verify([file, "--keys", keys])).toMatchObject({
    code: 1,
    out: expect.stringMatching(/changed between byte \d+ and byte \d+/),
  });

  // What both have done is known about them now.
  await expect
    .poll(async () => {
      const { id } = await seller.api.query<{ id: string }>("gallery.me");
      return buyer.api.query("gallery.trust", { galleryId: id });
    })
    .toMatchObject({ completed: 1, rating: { average: 5, count: 1 } });
  await sellers.context().close();
});
