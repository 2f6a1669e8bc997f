import { test } from "@playwright/test";
import { Api } from "../support/api";
import { openWhole } from "../support/look";
import { signIn, superadmin } from "../support/people";
import { platformUnderTest } from "../support/platform";
import { asDealer, asSuperadmin } from "../support/sign-in";
const { admin, demoDealer, gallery, landing } = platformUnderTest;
test.describe.configure({ timeout: 900_000 });
test("shots", async ({ page }, info) => {
  const size = info.project.name;
  const shot = async (name: string, address: string) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      try { await openWhole(page, address); } catch (e) { console.log(name, String(e).slice(0, 100)); }
      await page.screenshot({ path: `/tmp/shots/${name}-${size}-${colorScheme}.png` });
    }
  };
  const api = new Api((await signIn(demoDealer.email, demoDealer.password)).accessToken);
  const first = async (a: Api, p: string, f: string) => (await a.query<{ items: Record<string, string>[] }>(p)).items[0]?.[f];
  const vehicle = await first(api, "inventory.list", "vehicleId");
  const listing = await first(api, "marketplace.search", "vehicleId");
  const listing2 = (await api.query<{ items: Record<string, string>[] }>("marketplace.search")).items[3]?.vehicleId;
  const offer = await first(api, "offer.list", "offerId");
  const reservation = await first(api, "reservation.list", "reservationId");
  const room = await first(api, "chat.rooms", "roomId");
  await asDealer(page, { phone: demoDealer.email, password: demoDealer.password });
  const g: Record<string, string> = { home: "/", stok: "/stok", arac: `/stok/${vehicle}`, pazar: "/pazar", tablo: "/pazar?view=table", harita: "/pazar?view=map", ilan: `/pazar/${listing}`, karsilastir: `/pazar/karsilastir?arac=${listing},${listing2},${vehicle}`, favori: "/favoriler", arama: "/kayitli-aramalar", teklifler: "/teklifler", teklif: `/teklifler/${offer}`, rezervasyon: `/rezervasyonlar/${reservation}`, mesaj: `/mesajlar/${room}`, rapor: "/raporlar", bildirim: "/bildirimler", ayarlar: "/ayarlar" };
  for (const [n, p] of Object.entries(g)) await shot(`g-${n}`, gallery + p);
  const galleryId = await first(await superadmin(), "admin.galleries.list", "galleryId");
  await asSuperadmin(page);
  const a: Record<string, string> = { home: "/", kayitlar: "/kayitlar", galeri: `/kayitlar/${galleryId}`, destek: "/destek", kuyruk: "/kuyruk", denetim: "/denetim", anlasmazlik: "/anlasmazliklar" };
  for (const [n, p] of Object.entries(a)) await shot(`a-${n}`, admin + p);
  const l: Record<string, string> = { home: "", araclar: "/araclar?q=passat+dizel", arac: `/arac/x-${listing}`, kayit: "/kayit" };
  for (const [n, p] of Object.entries(l)) await shot(`l-${n}`, landing + p);
});
