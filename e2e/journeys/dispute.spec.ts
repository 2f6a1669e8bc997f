import { expect, test } from "@playwright/test";
import { elsewhere } from "../support/devices";
import { expectAccessible } from "../support/look";
import { makeOffer } from "../support/offers";
import { approvedDealer } from "../support/people";
import { platformUnderTest } from "../support/platform";
import { asDealer, asSuperadmin } from "../support/sign-in";
import { publishedVehicle } from "../support/stock";

const run = Date.now().toString(36);

test("a dealer disputes a deal, staff read the signed log and decide, both sides see it", async ({
  page,
  browser,
}, testInfo) => {
  const [seller, buyer] = await Promise.all([
    approvedDealer(`Çekişen Oto ${run}`),
    approvedDealer(`Haklı Oto ${run}`),
  ]);
  const vehicleId = await publishedVehicle(seller, { price: 1_310_000 });
  const offerId = await makeOffer(buyer, vehicleId, { lira: 1_300_000 });
  const { reservationId } = await seller.api.call<{ reservationId: string }>("offer.accept", {
    offerId,
    round: 1,
  });
  await asDealer(page, buyer, `/rezervasyonlar/${reservationId}`);
  await page.getByRole("button", { name: "Anlaşmazlık bildir" }).click();
  const claim = page.getByRole("dialog");
  await claim.getByRole("textbox").fill("Araç söylendiği gibi çıkmadı, sol kapı değişmiş.");
  await claim.getByRole("button", { name: /bildir|gönder/i }).click();
  await expect(page.getByText("sol kapı değişmiş").first()).toBeVisible();

  const staff = await elsewhere(browser, testInfo);
  await asSuperadmin(staff, "/anlasmazliklar");
  const row = staff.getByRole("row").filter({ hasText: buyer.name });
  await expect(row).toBeVisible();
  await expectAccessible(staff);
  await row.click();
  await expect(staff.getByText("sol kapı değişmiş").first()).toBeVisible();
  await expect(staff.getByText("Anlaşmazlık bildirildi").first()).toBeVisible();
  const saved = staff.waitForEvent("download");
  await staff.getByRole("button", { name: "PDF indir" }).click();
  expect((await saved).suggestedFilename()).toMatch(/^kontak-.+\.pdf$/);
  await expectAccessible(staff);

  await staff.getByRole("button", { name: "Karara bağla" }).click();
  const sheet = staff.getByRole("dialog", { name: "Karar" });
  await sheet.getByRole("button", { name: "Anlaşmayı sürdür" }).click();
  await expect(sheet.getByText("Gerekçeyi yazın.")).toBeVisible();
  await sheet.getByRole("radio", { name: /Anlaşma iptal edilsin/ }).click();
  await sheet.getByRole("radio", { name: new RegExp(`Satıcı: ${seller.name}`) }).click();
  await sheet.getByRole("textbox", { name: "Gerekçe" }).fill("Değişen kapı ilanda yazmıyor.");
  await sheet.getByRole("button", { name: "Anlaşmayı iptal et" }).click();
  await expect(staff.getByText("Karara bağlandı").first()).toBeVisible();
  await expect(staff.getByText("Değişen kapı ilanda yazmıyor.").first()).toBeVisible();
  // The buyer, still on the page, reads it without a reload.
  await expect(page.getByText("Değişen kapı ilanda yazmıyor.").first()).toBeVisible();
  expect(staff.url()).toContain(platformUnderTest.admin);
});
