import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { mailbox } from "../support/api";
import { elsewhere } from "../support/devices";
import { registerDealer } from "../support/people";
import { platformUnderTest } from "../support/platform";
import { fillSignIn } from "../support/sign-in";

const REASON = "Yetki belgesi numarası doğrulanamadı";

/** Finds a registration in the queue and opens it. */
async function openRegistration(page: Page, name: string): Promise<void> {
  await page.goto(`${platformUnderTest.admin}/kayitlar`);
  await page.getByRole("searchbox", { name: "Kayıtlarda ara" }).fill(name);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("a registration is refused with a reason, corrected and approved", async ({
  page,
  browser,
}, testInfo) => {
  const name = `Gökçe Oto ${Date.now().toString(36)}`;
  const dealer = await registerDealer(name);

  await page.goto(platformUnderTest.admin);
  await expect(page).toHaveURL(/\/giris/);
  const { email, password } = platformUnderTest.superadmin;
  await fillSignIn(page, email, password);
  await expect(page.getByRole("heading", { level: 1, name: "Genel bakış" })).toBeVisible();
  await openRegistration(page, name);
  await expect(page.getByText("Vergi numarası geçerli")).toBeVisible();
  await page.getByRole("button", { name: "Reddet", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: `${name} kaydını reddet` });
  await sheet.getByRole("button", { name: "Reddet", exact: true }).click();
  await expect(sheet.getByText("Bir neden yazın")).toBeVisible();
  await sheet.getByRole("button", { name: "Yetki belgesi okunmuyor" }).click();
  await expect(sheet.getByLabel("Neden", { exact: false })).toHaveValue(new RegExp(REASON));
  await sheet.getByRole("button", { name: "Reddet", exact: true }).click();
  await expect(page.getByText(`${name} reddedildi.`)).toBeVisible();

  const theirs = await elsewhere(browser, testInfo);
  await theirs.goto(platformUnderTest.gallery);
  await fillSignIn(theirs, dealer.phone, dealer.password);
  await expect(
    theirs.getByRole("heading", { level: 1, name: "Başvurunuzda düzeltme gerekiyor" }),
  ).toBeVisible();
  await expect(theirs.getByText(REASON)).toBeVisible();
  const licence = `35${dealer.phone.slice(-5)}`;
  await theirs.getByRole("textbox", { name: "Yetki belgesi no" }).fill(licence);
  await theirs.getByRole("button", { name: "Düzelt ve yeniden gönder" }).click();
  await expect(
    theirs.getByRole("heading", { level: 1, name: "Başvurunuz inceleniyor" }),
  ).toBeVisible();

  await openRegistration(page, name);
  await expect(page.getByText(licence).first()).toBeVisible();
  await page.getByRole("button", { name: "Onayla", exact: true }).click();
  await expect(page.getByText(`${name} onaylandı.`)).toBeVisible();

  for (const address of [dealer.phone, dealer.email]) {
    await expect
      .poll(async () => (await mailbox(address)).map(({ text }) => text).join("\n"))
      .toMatch(/onaylandı/);
  }
  // The waiting page lets its owner in by itself.
  await expect(theirs.getByRole("link", { name: "Araç ekle" }).first()).toBeVisible();
  await theirs.goto(`${platformUnderTest.gallery}/stok/yeni`);
  await expect(theirs.getByRole("heading", { level: 1, name: "Araç ekle" })).toBeVisible();
  await theirs.context().close();
});

test("a wrong password and a dealer at the admin's door are turned away", async ({ page }) => {
  const dealer = await registerDealer("Kapıdaki Oto");
  await page.goto(platformUnderTest.admin);
  await fillSignIn(page, platformUnderTest.superadmin.email, "yanlis-parola-2026");
  await expect(page.getByRole("alert").getByText("Giriş yapılamadı")).toBeVisible();
  await fillSignIn(page, dealer.email, dealer.password);
  await expect(
    page.getByRole("heading", { name: "Bu panel platform yöneticileri içindir" }).first(),
  ).toBeVisible();
  await page.goto(`${platformUnderTest.admin}/kayitlar`);
  await expect(
    page.getByRole("heading", { name: "Bu panel platform yöneticileri içindir" }).first(),
  ).toBeVisible();
});
