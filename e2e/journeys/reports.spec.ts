import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/look";
import type { Dealer } from "../support/people";
import { approvedDealer } from "../support/people";
import { asDealer, asSuperadmin } from "../support/sign-in";
import { findable, publishedVehicle } from "../support/stock";

const PRICE = 1_000_000;
const run = Date.now().toString(36);

let seller: Dealer;
let buyer: Dealer;
let vehicles: string[];

const offer = (vehicleId: string, lira: number) =>
  buyer.api.call<{ offerId: string; round: number }>("offer.create", {
    vehicleId,
    amount: { amount: lira * 100, currency: "TRY" },
  });

/** Takes one of the tables away and reads the file. */
async function download(page: Page, item: RegExp): Promise<{ name: string; content: Buffer }> {
  await page.getByRole("button", { name: "İndir", exact: true }).click();
  const arriving = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: item }).click();
  const file = await arriving;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

test.beforeAll(async () => {
  [seller, buyer] = await Promise.all([
    approvedDealer(`Raporlu Oto ${run}`),
    approvedDealer(`Alıcı Oto ${run}`),
  ]);
  vehicles = [];
  for (let i = 0; i < 3; i += 1) vehicles.push(await publishedVehicle(seller, { price: PRICE }));
  const [first = "", second = ""] = vehicles;
  for (const vehicleId of vehicles) await findable(vehicleId);
  const agreed = await offer(first, 970_000);
  const { offerId, round } = agreed;
  await seller.api.call("offer.accept", { offerId, round });
  const low = await offer(second, 800_000);
  await seller.api.call("offer.reject", { offerId: low.offerId, round: low.round });
});

test("a dealer reads where offers led, narrows down, takes the table away", async ({ page }) => {
  await asDealer(page, seller, "/raporlar");
  await expect(page.getByRole("heading", { level: 1, name: "Raporlar" })).toBeVisible();
  const funnel = page.getByRole("list", { name: "2 tekliften 0 satış" });
  await expect(funnel.getByRole("listitem").filter({ hasText: "Anlaşıldı" })).toContainText("1");
  await expect(funnel.getByRole("listitem").filter({ hasText: "Yanıtlandı" })).toContainText(
    "%100",
  );
  await expect(page.getByText("1 görüşme satışa dönmedi")).toBeVisible();
  await expect(page.getByText("1 anlaşmada kabul edilen tutar")).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "light" });

  const file = await download(page, /^Araçlar · CSV$/);
  expect(file.name).toMatch(/^kontak-vehicles-.*\.csv$/);
  const lines = file.content.toString("utf8").trim().split("\r\n");
  expect(lines[0]).toContain("Araç,Stok no,Teklif");
  expect(lines).toHaveLength(3);
  const book = await download(page, /^Dönemler · Excel$/);
  expect(book.name).toMatch(/\.xlsx$/);
  expect(book.content.subarray(0, 2).toString()).toBe("PK");

  // An offer that comes in while somebody looks is counted without a reload.
  await offer(vehicles[2] ?? "", 940_000);
  await expect(page.getByRole("list", { name: "3 tekliften 0 satış" })).toBeVisible();

  await page.getByRole("tab", { name: "Ekip" }).click();
  await page.getByRole("row", { name: /Ada Yılmaz/ }).click();
  await expect(page.getByRole("list", { name: "Etkin daraltmalar" })).toContainText("Ada Yılmaz");
  await expect(page.getByRole("list", { name: "2 tekliften 0 satış" })).toBeVisible();
  // The address holds the choice: a colleague who gets it sees the same.
  await page.reload();
  await expect(page.getByRole("list", { name: "Etkin daraltmalar" })).toContainText("Ada Yılmaz");
  await page.getByRole("button", { name: /Ada Yılmaz daraltmasını kaldır/ }).click();
  await expect(page.getByRole("list", { name: "3 tekliften 0 satış" })).toBeVisible();

  await page.getByRole("tab", { name: "Verilen teklifler" }).click();
  await expect(page.getByText("Bu dönemde teklif yok")).toBeVisible();
});

test("the buyer sees the same offers from the other side", async ({ page }) => {
  await asDealer(page, buyer, "/raporlar?taraf=verilen&donem=last7");
  await expect(page.getByRole("list", { name: /^3 tekliften 0 satış$/ })).toBeVisible();
  await page.getByRole("button", { name: "Geçen ay" }).click();
  await expect(page.getByText("Bu dönemde teklif yok")).toBeVisible();
});

test("staff of the platform compare galleries", async ({ page }) => {
  await asSuperadmin(page, "/raporlar?donem=last7");
  await expect(page.getByRole("heading", { level: 1, name: "Raporlar" })).toBeVisible();
  const table = page.getByRole("region", { name: "Galeriler" });
  await expect(table.getByRole("row").nth(1)).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "light" });
  const file = await download(page, /^Galeriler · CSV$/);
  expect(file.content.toString("utf8")).toContain(seller.name);
});
