import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { Api } from "../support/api";
import {
  expectAccessible,
  expectTranslated,
  openWhole,
  speakEnglish,
  watch,
} from "../support/look";
import { signIn, superadmin } from "../support/people";
import { platformUnderTest } from "../support/platform";
import { asDealer, asSuperadmin } from "../support/sign-in";

const { admin, demoDealer, gallery, landing } = platformUnderTest;
const demo = { phone: demoDealer.email, password: demoDealer.password };

type Items = { items: Record<string, string>[] };

/** The id of the first entry of a list. */
async function firstOf(api: Api, path: string, field: string): Promise<string> {
  const { items } = await api.query<Items>(path);
  const id = items[0]?.[field];
  if (id === undefined) throw new Error(`${path} is empty`);
  return id;
}

async function galleryPages(): Promise<string[]> {
  const api = new Api((await signIn(demoDealer.email, demoDealer.password)).accessToken);
  const [vehicle, listing, offer, reservation, room] = await Promise.all([
    firstOf(api, "inventory.list", "vehicleId"),
    firstOf(api, "marketplace.search", "vehicleId"),
    firstOf(api, "offer.list", "offerId"),
    firstOf(api, "reservation.list", "reservationId"),
    firstOf(api, "chat.rooms", "roomId"),
  ]);
  return [
    "/",
    "/stok",
    "/stok/yeni",
    `/stok/${vehicle}`,
    "/pazar",
    "/pazar?view=table",
    "/pazar?view=map",
    `/pazar/${listing}`,
    `/pazar/karsilastir?arac=${listing},${vehicle}`,
    "/favoriler",
    "/kayitli-aramalar",
    "/teklifler",
    "/teklifler?view=list&stage=all",
    "/teklifler?view=vehicles",
    "/teklifler?side=running",
    `/teklifler/karsilastir/${vehicle}`,
    `/teklifler/${offer}`,
    "/rezervasyonlar",
    `/rezervasyonlar/${reservation}`,
    "/mesajlar",
    `/mesajlar/${room}`,
    "/destek",
    "/bildirimler",
    "/ayarlar",
  ];
}

async function landingPages(): Promise<string[]> {
  const open = new Api();
  const vehicle = await firstOf(open, "marketplace.publicSearch", "vehicleId");
  const { seller } = await open.query<{ seller: { slug: string } }>("marketplace.publicGet", {
    vehicleId: vehicle,
  });
  return [
    "",
    "/araclar?q=passat+dizel",
    `/arac/x-${vehicle}`,
    `/galeri/${seller.slug}`,
    "/kayit",
    "/sifre",
    "/nasil-calisir",
    "/sss",
    "/kvkk",
  ];
}

async function adminPages(): Promise<string[]> {
  const galleryId = await firstOf(await superadmin(), "admin.galleries.list", "galleryId");
  return [
    "/",
    "/kayitlar",
    `/kayitlar/${galleryId}`,
    "/galeriler",
    "/destek",
    "/destek/hazir-yanitlar",
    "/kuyruk",
    "/denetim",
    "/hesap",
  ];
}

async function lookAt(page: Page, addresses: readonly string[]): Promise<void> {
  const notes = watch(page);
  for (const address of addresses) {
    await test.step(address, async () => {
      await openWhole(page, address);
      await expectAccessible(page);
    });
  }
  expect(notes).toEqual({ complaints: [], strangers: [] });
}

async function readInEnglish(page: Page, app: string, addresses: readonly string[]): Promise<void> {
  const notes = watch(page);
  for (const address of addresses) {
    await openWhole(page, address);
    await expectTranslated(page, app);
  }
  expect(notes).toEqual({ complaints: [], strangers: [] });
}

test.describe.configure({ timeout: 600_000 });

test("the public site can be used by everybody, in light and dark", async ({ page }) => {
  await lookAt(
    page,
    (await landingPages()).map((path) => landing + path),
  );
});

test("the gallery panel can be used by everybody, in light and dark", async ({ page }) => {
  await openWhole(page, `${gallery}/giris`);
  await expectAccessible(page);
  await asDealer(page, demo);
  await lookAt(
    page,
    (await galleryPages()).map((path) => gallery + path),
  );
});

test("the admin panel can be used by everybody, in light and dark", async ({ page }) => {
  await openWhole(page, `${admin}/giris`);
  await expectAccessible(page);
  await asSuperadmin(page);
  await lookAt(
    page,
    (await adminPages()).map((path) => admin + path),
  );
});

test("the public site speaks English", { tag: "@once" }, async ({ page }) => {
  await page.goto(landing);
  await page.getByRole("link", { name: "Switch to English" }).first().click();
  await expect(page).toHaveURL(`${landing}/en`);
  await readInEnglish(
    page,
    "landing",
    (await landingPages()).map((path) => `${landing}/en${path}`),
  );
});

test("the gallery panel speaks English", { tag: "@once" }, async ({ page }) => {
  await page.goto(`${gallery}/giris`);
  await page.getByRole("button", { name: "Dil: TR" }).click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await asDealer(page, demo);
  await readInEnglish(
    page,
    "gallery",
    (await galleryPages()).map((path) => gallery + path),
  );
});

test("the admin panel speaks English", { tag: "@once" }, async ({ page }) => {
  await speakEnglish(page, "admin");
  await asSuperadmin(page);
  await readInEnglish(
    page,
    "admin",
    (await adminPages()).map((path) => admin + path),
  );
});
