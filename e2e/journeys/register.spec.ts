import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { codeFor, mailbox } from "../support/api";
import { chooseFrom } from "../support/form";
import { newPhone, newVkn } from "../support/people";
import { platformUnderTest } from "../support/platform";

const wizard = `${platformUnderTest.landing}/kayit`;
const next = (page: Page) => page.getByRole("button", { name: "Devam et" });
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 2, name });

/** The national number in a spelling as people write it: +90 (555) 123-45 67. */
function oddly(phone: string): string {
  const [area, a, b, c] = [phone.slice(1, 4), phone.slice(4, 7), phone.slice(7, 9), phone.slice(9)];
  return `+90 (${area}) ${a}-${b} ${c}`;
}

async function provePhone(page: Page, phone: string): Promise<void> {
  await page.getByLabel("Cep telefonu").fill(oddly(phone));
  await page.getByRole("button", { name: "Kod gönder" }).click();
  await expect(heading(page, "Doğrulama kodu")).toBeVisible();
  // The sixth digit sends the code by itself.
  await page.getByLabel("Doğrulama kodu").fill(await codeFor(phone));
  await expect(heading(page, "İşletmenin yetkilisi")).toBeVisible();
}

async function nameOwner(page: Page, phone: string): Promise<void> {
  await page.getByRole("textbox", { name: "Ad", exact: true }).fill("Ayşegül");
  await page.getByLabel("Soyad").fill("Şahinoğlu");
  await page.getByLabel("E-posta").fill(`${phone}@deneme.test`);
  await page.getByRole("textbox", { name: "Şifre" }).fill("Guclu-parola-2026");
  await next(page).click();
  await expect(heading(page, "İşletmeniz")).toBeVisible();
}

test("a dealer registers from the phone to the waiting room", async ({ page }) => {
  const phone = newPhone();
  await page.goto(wizard);
  await page.getByLabel("Cep telefonu").fill("12 34");
  await page.getByRole("button", { name: "Kod gönder" }).click();
  await expect(page.getByLabel("Cep telefonu")).toHaveAttribute("aria-invalid", "true");
  await provePhone(page, phone);
  await nameOwner(page, phone);

  await page.getByLabel("Galeri adı").fill("Şahinoğlu Otomotiv");
  const taxNumber = page.getByLabel("Vergi kimlik numarası");
  const valid = newVkn();
  await taxNumber.fill(`${valid.slice(0, 9)}${(Number(valid[9]) + 1) % 10}`);
  await page.getByLabel("Yetki belgesi numarası").fill(`34${phone.slice(-5)}`);
  const district = page.getByRole("combobox", { name: "İlçe" });
  await expect(district).toBeDisabled();
  await chooseFrom(page, page.getByRole("combobox", { name: "İl", exact: true }), "İzmir");
  await chooseFrom(page, district, "Bornova");
  await next(page).click();
  await expect(taxNumber).toHaveAttribute("aria-invalid", "true");
  await expect(taxNumber).toHaveAccessibleDescription(/vergi|VKN|kimlik/i);
  await taxNumber.fill(valid);
  await next(page).click();

  await expect(heading(page, "Metinler ve onaylar")).toBeVisible();
  const send = page.getByRole("button", { name: "Başvuruyu gönder" });
  await send.click();
  const terms = page.getByRole("checkbox", { name: "Kullanım koşullarını okudum" });
  await expect(terms).toHaveAttribute("aria-invalid", "true");
  await expect(page).toHaveURL(/adim=onay/);
  await terms.click();
  await page.getByRole("checkbox", { name: "KVKK aydınlatma metnini okudum" }).click();
  await send.click();
  await expect(page.getByRole("heading", { level: 1, name: "Onay bekliyor" })).toBeVisible();
  await expect(page).toHaveURL(/\/kayit\/tamam$/);

  // What was promised on the way: the state can be seen in the gallery panel.
  await page.getByRole("link", { name: "Durumu galeri panelinde gör" }).click();
  await page.getByLabel("E-posta veya cep telefonu").fill(oddly(phone));
  await page.getByRole("textbox", { name: "Şifre" }).fill("Guclu-parola-2026");
  await page.getByRole("button", { name: "Giriş yap" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Başvurunuz inceleniyor" }),
  ).toBeVisible();
});

test("who leaves the wizard goes on where they left it", async ({ page }) => {
  const phone = newPhone();
  await page.goto(wizard);
  await provePhone(page, phone);
  await nameOwner(page, phone);
  await page.getByLabel("Galeri adı").fill("Yarım Kalan Oto");

  await page.goto(platformUnderTest.landing);
  await page.goto(wizard);
  await expect(heading(page, "İşletmeniz")).toBeVisible();
  await expect(page.getByLabel("Galeri adı")).toHaveValue("Yarım Kalan Oto");
  await page.goBack();
  await page.goto(`${wizard}?adim=yetkili`);
  await expect(page.getByLabel("Soyad")).toHaveValue("Şahinoğlu");
  // The password is kept nowhere.
  await expect(page.getByRole("textbox", { name: "Şifre" })).toHaveValue("");
  // One code was enough.
  expect(await mailbox(phone)).toHaveLength(1);
});

test("a wrong code is refused, and another one can be asked for", async ({ page }) => {
  const phone = newPhone();
  await page.goto(wizard);
  await page.getByLabel("Cep telefonu").fill(oddly(phone));
  await page.getByRole("button", { name: "Kod gönder" }).click();
  const code = await codeFor(phone);
  const field = page.getByLabel("Doğrulama kodu");
  await field.fill(code === "123456" ? "654321" : "123456");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveValue("");
  await field.fill(code);
  await expect(heading(page, "İşletmenin yetkilisi")).toBeVisible();
});
