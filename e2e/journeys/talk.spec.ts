import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { conversation, fillRoom, line, openRoom, say, write } from "../support/chat";
import { elsewhere } from "../support/devices";
import { drop } from "../support/form";
import { expectAccessible } from "../support/look";
import { approvedDealer } from "../support/people";
import { asDealer } from "../support/sign-in";
import { photo, publishedVehicle } from "../support/stock";

const PRICE = 1_310_000;
const run = Date.now().toString(36);

const roomUrl = /\/mesajlar\/[0-9a-f-]{36}/;
const bubble = (page: Page, text: string) =>
  conversation(page).getByRole("article").filter({ hasText: text });

test("two dealers talk, share a car and agree by offer card, without a reload", async ({
  page,
  browser,
}, testInfo) => {
  const [seller, buyer] = await Promise.all([
    approvedDealer(`Konuşan Oto ${run}`),
    approvedDealer(`Yazan Oto ${run}`),
  ]);
  const vehicleId = await publishedVehicle(seller, { price: PRICE });
  await publishedVehicle(seller, { price: 985_000, series: "golf" });
  const sellers = await elsewhere(browser, testInfo);
  await asDealer(sellers, seller, "/mesajlar");
  await expect(sellers.getByText("Henüz yazışma yok")).toBeVisible();

  // From the vehicle into the room, and the first word.
  await asDealer(page, buyer, `/pazar/${vehicleId}`);
  await page.getByRole("button", { name: "Mesaj yaz" }).click();
  await expect(page).toHaveURL(roomUrl);
  await write(page, "Merhaba, araç duruyor mu?");

  // The seller's list has it by itself, with its count; opening it reads it.
  const entry = sellers.getByRole("link").filter({ hasText: buyer.name });
  await expect(entry).toContainText("Merhaba, araç duruyor mu?");
  await expect(entry).toContainText("1 okunmamış mesaj");
  await entry.click();
  await expect(bubble(sellers, "Merhaba, araç duruyor mu?")).toBeVisible();
  await expect(bubble(page, "Merhaba, araç duruyor mu?")).toContainText("Okundu");

  // Writing is seen while it happens.
  await line(sellers).pressSequentially("Duruyor", { delay: 30 });
  await expect(page.getByText(/yazıyor…/)).toBeVisible();
  await line(sellers).fill("");

  // A car of the own stock goes over as a card.
  await sellers.getByRole("button", { name: "Araç paylaş" }).click();
  await sellers.getByRole("button", { name: /Golf.* paylaş/ }).click();
  const card = conversation(page).getByRole("article").filter({ hasText: "985.000 ₺" });
  await expect(card.first()).toContainText("Golf");

  // An offer turns up as a card with buttons: counter by the seller, agreement by the buyer.
  const amount = { amount: 1_240_000 * 100, currency: "TRY" };
  await buyer.api.call("offer.create", { vehicleId, amount });
  const sellersCard = conversation(sellers).getByRole("article", { name: /^Teklif:/ });
  await expect(sellersCard).toContainText("1.240.000 ₺");
  await sellersCard.getByRole("button", { name: "Karşı teklif" }).click();
  await sellers.getByRole("textbox", { name: "Teklif tutarı" }).fill("1285000");
  await sellers.getByRole("button", { name: "Karşı teklifi gönder" }).click();
  const buyersCard = conversation(page).getByRole("article", { name: /^Teklif:/ });
  await expect(buyersCard).toContainText("1.285.000 ₺");
  await buyersCard.getByRole("button", { name: "1.285.000 ₺ kabul et" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Kabul et" }).click();
  await expect(sellersCard.getByText("Kabul edildi", { exact: true })).toBeVisible();
  await expect(conversation(sellers).getByText("1.285.000 ₺ tutarında anlaşıldı")).toBeVisible();
  await expect(buyersCard.getByRole("link", { name: "Rezervasyona git" })).toBeVisible();
  await expectAccessible(page);
  await sellers.context().close();
});

test("a lost connection keeps what was written and fetches what was missed", async ({ page }) => {
  const [seller, buyer] = await Promise.all([
    approvedDealer(`Kopmayan Oto ${run}`),
    approvedDealer(`Kopan Oto ${run}`),
  ]);
  const roomId = await openRoom(buyer, { galleryId: seller.galleryId });
  await say(seller, roomId, "İlk mesaj");
  await asDealer(page, buyer, `/mesajlar/${roomId}`);
  await expect(bubble(page, "İlk mesaj")).toBeVisible();

  await page.context().setOffline(true);
  await write(page, "Tünele girdim");
  await write(page, "Çıkınca yazarım");
  await expect(bubble(page, "Tünele girdim")).toContainText("Bağlantı gelince gönderilecek.");
  await say(seller, roomId, "Bu arada geldi");
  await page.context().setOffline(false);
  await expect(bubble(page, "Bu arada geldi")).toBeVisible({ timeout: 60_000 });
  await expect(bubble(page, "Çıkınca yazarım")).toContainText(/Gönderildi|Ulaştı|Okundu/);
  await expect(conversation(page).getByText("Tünele girdim")).toHaveCount(1);
  const { items } = await buyer.api.query<{ items: { text: string }[] }>("chat.history", {
    roomId,
  });
  const texts = items.map(({ text }) => text);
  expect(texts.filter((text) => text === "Tünele girdim")).toHaveLength(1);
  expect(texts.indexOf("Tünele girdim")).toBeLessThan(texts.indexOf("Çıkınca yazarım"));

  // A draft stays in its room.
  await line(page).fill("Yarım kalan");
  await page.reload();
  await expect(line(page)).toHaveValue("Yarım kalan");
});

test("what was written can be changed, taken back, found; files go along", async ({
  page,
  browser,
}, testInfo) => {
  const [seller, buyer] = await Promise.all([
    approvedDealer(`Dosya Oto ${run}`),
    approvedDealer(`Arayan Oto ${run}`),
  ]);
  const roomId = await openRoom(buyer, { galleryId: seller.galleryId });
  const sellers = await elsewhere(browser, testInfo);
  await asDealer(sellers, seller, `/mesajlar/${roomId}`);
  await asDealer(page, buyer, `/mesajlar/${roomId}`);
  await write(page, "Ekspertis raporu var mı?");
  await bubble(page, "Ekspertis").hover();
  await bubble(page, "Ekspertis").getByRole("button", { name: "Mesaj işlemleri" }).click();
  await page.getByRole("menuitem", { name: "Düzenle" }).click();
  await line(page).fill("Ekspertiz raporu var mı?");
  await page.getByRole("button", { name: "Kaydet" }).click();
  await expect(bubble(sellers, "Ekspertiz raporu var mı?")).toContainText("düzenlendi");

  await write(page, "Bunu yanlış yere yazdım");
  await bubble(page, "Bunu yanlış").hover();
  await bubble(page, "Bunu yanlış").getByRole("button", { name: "Mesaj işlemleri" }).click();
  await page.getByRole("menuitem", { name: "Sil" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Sil" }).click();
  await expect(sellers.getByText("Bu mesaj silindi.")).toBeVisible();
  await expect(bubble(sellers, "Bunu yanlış yere yazdım")).toHaveCount(0);

  // A photo that is dropped on the conversation goes with the next message.
  const file = { name: "on-camurluk.jpg", body: await photo(640, 480) };
  await drop(page, page.getByRole("region", { name: seller.name }), [file]);
  await expect(page.getByRole("list", { name: "Eklenecek dosyalar" })).toContainText("Hazır");
  await page.getByRole("button", { name: "Gönder", exact: true }).click();
  await expect(sellers.getByRole("img", { name: "on-camurluk.jpg fotoğrafı" })).toBeVisible({
    timeout: 60_000,
  });

  // Turkish letters are found however they are typed.
  await page.getByRole("button", { name: "Bu yazışmada ara" }).click();
  await page.getByRole("searchbox", { name: "Bu yazışmada ara" }).fill("EKSPERTIZ");
  await page
    .getByRole("region", { name: "Arama sonuçları" })
    .getByRole("button", { name: /Ekspertiz/ })
    .click();
  await expect(bubble(page, "Ekspertiz raporu var mı?")).toBeInViewport();

  // Blocked, nobody writes; unblocked, everybody again.
  await page.getByRole("button", { name: "Yazışma işlemleri" }).click();
  await page.getByRole("menuitem", { name: "Galeriyi engelle" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Galeriyi engelle" }).click();
  await expect(page.getByText("Bu galeriyi engellediniz.")).toBeVisible();
  await expect(sellers.getByText("Bu yazışmaya şu anda mesaj yazılamıyor.")).toBeVisible();
  await page.getByRole("button", { name: "Engeli kaldır" }).click();
  await expect(line(page)).toBeVisible();
  await sellers.context().close();
});

/**
 * Goes to the beginning of what is loaded and waits for older messages: how far those in view have
 * moved half a second after they came, px. Looked at in every frame, since a jump lasts one.
 */
const shiftAsOlderComeIn = (list: Locator): Promise<number> =>
  list.evaluate(async (element) => {
    const look = () => {
      const frame = element.getBoundingClientRect();
      const rows = [...element.querySelectorAll<HTMLElement>("[data-row]")].map((row) => ({
        id: row.dataset.row,
        at: Number(row.dataset.index),
        top: row.getBoundingClientRect().top - frame.top,
      }));
      return rows.filter(({ top }) => top > 80 && top < frame.height);
    };
    element.scrollTop = 40;
    let before = look();
    for (const until = performance.now() + 20_000; performance.now() < until; ) {
      await new Promise(requestAnimationFrame);
      const now = look();
      const moved = (after: typeof now) =>
        before.flatMap(({ id, top }) => {
          const same = after.find((row) => row.id === id);
          return same ? [Math.abs(same.top - top)] : [];
        });
      if (before.some(({ at, id }) => now.some((row) => row.id === id && row.at > at))) {
        let most = Math.max(...moved(now));
        for (const end = performance.now() + 500; performance.now() < end; ) {
          await new Promise(requestAnimationFrame);
          most = Math.max(most, ...moved(look()));
        }
        return most;
      }
      before = now;
    }
    throw new Error("nothing older came");
  });

test("fifty thousand messages stay smooth", async ({ page }) => {
  const COUNT = 50_000;
  const [seller, buyer] = await Promise.all([
    approvedDealer(`Uzun Oto ${run}`),
    approvedDealer(`Sabırlı Oto ${run}`),
  ]);
  const roomId = await openRoom(buyer, { galleryId: seller.galleryId });
  await fillRoom(roomId, COUNT);
  await buyer.api.call("chat.markRead", { roomId, seq: COUNT });
  await asDealer(page, buyer, `/mesajlar/${roomId}`);
  const list = conversation(page);
  await expect(list.getByText(/^Satır 50000/)).toBeInViewport();

  // Far up by the wheel: older ones come in above without moving what is being read.
  const nodes = () => list.evaluate((element) => element.querySelectorAll("*").length);
  let most = await nodes();
  for (let round = 0; round < 12; round += 1) {
    expect(await shiftAsOlderComeIn(list)).toBeLessThan(4);
    most = Math.max(most, await nodes());
  }
  // Six hundred messages are loaded, a screenful of them is drawn.
  expect(most).toBeLessThan(2_500);

  // A message in the middle, found by its words, then back to the end.
  await page.getByRole("button", { name: "Bu yazışmada ara" }).click();
  await page.getByRole("searchbox", { name: "Bu yazışmada ara" }).fill("satır 25000");
  await page
    .getByRole("region", { name: "Arama sonuçları" })
    .getByRole("button", { name: /Satır 25000/ })
    .first()
    .click();
  await expect(list.getByText(/^Satır 25000/)).toBeInViewport();
  await page.getByRole("button", { name: "Aramayı kapat" }).click();
  await page.getByRole("button", { name: "En yeni mesaja in" }).click();
  await expect(list.getByText(/^Satır 50000/)).toBeInViewport();
  await say(seller, roomId, "Ve bir tane daha");
  await expect(list.getByText("Ve bir tane daha")).toBeInViewport();
  expect(await nodes()).toBeLessThan(2_500);
});
