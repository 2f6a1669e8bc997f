import { expect, test } from "@playwright/test";
import { conversation, line } from "../support/chat";
import { elsewhere } from "../support/devices";
import { selectFrom } from "../support/form";
import { expectAccessible } from "../support/look";
import { approvedDealer } from "../support/people";
import { asDealer, asSuperadmin } from "../support/sign-in";

const run = Date.now().toString(36);

test("a dealer asks, staff answer with a canned answer, and the case is closed", async ({
  page,
  browser,
}, testInfo) => {
  const dealer = await approvedDealer(`Soran Oto ${run}`);
  const subject = `Faturam nerede ${run}`;
  await asDealer(page, dealer);
  await page.getByRole("button", { name: /Hesap menüsü/ }).click();
  await page.getByRole("menuitem", { name: "Destek" }).click();
  await page.getByRole("button", { name: "Gönder" }).click();
  await expect(page.getByText("Konuyu birkaç kelimeyle yazın.")).toBeVisible();
  await selectFrom(page, page.getByRole("combobox", { name: "Konu türü" }), "Ödeme");
  await page.getByRole("textbox", { name: "Konu" }).fill(subject);
  await page.getByRole("textbox", { name: "Mesajınız" }).fill("Geçen ayın faturasını bulamadım.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Gönder" }).click();
  await expect(conversation(page).getByText("Geçen ayın faturasını bulamadım.")).toBeVisible();

  // Staff write what they often say once, then find the case in their inbox.
  const staff = await elsewhere(browser, testInfo);
  await asSuperadmin(staff, "/destek/hazir-yanitlar");
  const title = `Fatura yeri ${run}`;
  await staff.getByRole("button", { name: "Yeni hazır yanıt" }).click();
  await staff.getByRole("textbox", { name: "Başlık" }).fill(title);
  await staff.getByRole("textbox", { name: "Metin" }).fill("Faturalarınız Ayarlar sayfasında.");
  await staff.getByRole("button", { name: "Kaydet" }).click();
  await expect(staff.getByRole("button", { name: title })).toBeVisible();
  await staff.getByRole("link", { name: "Destek", exact: true }).first().click();
  await staff.getByRole("searchbox", { name: "Talep ara" }).fill(run);
  await staff
    .getByRole("link", { name: `Aç: ${subject}` })
    .or(staff.getByText(subject))
    .first()
    .click();
  await expect(staff.getByRole("heading", { level: 1, name: subject })).toBeVisible();
  await expect(staff.getByRole("heading", { name: dealer.name })).toBeVisible();
  await staff.getByRole("button", { name: "Üstlen" }).click();
  await expect(staff.getByRole("button", { name: "Bırak" })).toBeVisible();
  await staff.getByRole("button", { name: "Hazır yanıtlar" }).click();
  await staff.getByRole("button", { name: title }).click();
  await expect(staff.getByRole("textbox", { name: "Yanıt" })).toHaveValue(
    "Faturalarınız Ayarlar sayfasında.",
  );
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Gönder", exact: true }).click();

  // The dealer, still in the room, has it by itself and answers.
  await expect(conversation(page).getByText("Faturalarınız Ayarlar sayfasında.")).toBeVisible();
  await line(page).fill("Buldum, teşekkürler 🙏");
  await page.getByRole("button", { name: "Gönder", exact: true }).click();
  await expect(staff.getByText("Buldum, teşekkürler 🙏")).toBeVisible();
  await selectFrom(staff, staff.getByRole("combobox", { name: "Durum" }), "Kapandı");
  await expect(staff.getByText("Durum değiştirildi.")).toBeVisible();
  await expect(page.getByText("Bu yazışmaya mesaj yazılamıyor.")).toBeVisible();
  await staff.context().close();
});
