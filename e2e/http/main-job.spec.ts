import { expect, test } from "@playwright/test";
import { Api, mailbox, reasonOf } from "../support/api";
import type { Dealer } from "../support/people";
import { approvedDealer, newPhone, registerDealer, signIn, superadmin } from "../support/people";
import { createVehicle, publishedVehicle } from "../support/stock";

interface Move {
  offerId: string;
  round: number;
  status: string;
  turn: string | null;
}

const money = (lira: number) => ({ amount: lira * 100, currency: "TRY" });

const findable = (dealer: Dealer, vehicleId: string) => async () => {
  const found = await dealer.api.query<{ items: { vehicleId: string }[] }>("marketplace.search", {
    q: "passat dizel 2019",
    sort: "newest",
    limit: 100,
  });
  return found.items.some((item) => item.vehicleId === vehicleId);
};

let seller: Dealer;
let buyer: Dealer;
let rival: Dealer;

test.beforeAll(async () => {
  seller = await approvedDealer("Deneme Satıcı Oto");
  buyer = await approvedDealer("Deneme Alıcı Oto");
  rival = await approvedDealer("Deneme Rakip Oto");
});

test("a code is asked for, guessed at, and used once", async () => {
  const api = new Api();
  const phone = newPhone();
  const proof = { phone, purpose: "register" };
  await api.call("auth.requestOtp", proof);
  expect(await reasonOf(api.tryCall("auth.requestOtp", proof))).toBe("auth.otp_too_soon");
  for (let guess = 1; guess <= 5; guess += 1) {
    const wrong = api.tryCall("auth.verifyOtp", { ...proof, code: "000000" });
    expect(await reasonOf(wrong)).toMatch(/^auth\.otp_(invalid|too_many)$/);
  }
  const spent = api.tryCall("auth.verifyOtp", { ...proof, code: "000001" });
  expect(await reasonOf(spent)).toBe("auth.otp_too_many");
});

test("a pending gallery sees itself and trades nothing; a rejected one corrects and comes back", async () => {
  const dealer = await registerDealer("Bekleyen Oto");
  const { accessToken } = await signIn(dealer.email, dealer.password);
  const api = new Api(accessToken);
  expect(await api.query("gallery.me")).toMatchObject({ status: "PENDING" });
  expect(await reasonOf(api.tryQuery("inventory.list"))).toBe("gallery.not_approved");
  expect(await reasonOf(api.tryQuery("admin.galleries.list"))).toBe("auth.permission_denied");

  const admin = await superadmin();
  const { galleryId } = dealer;
  expect(await reasonOf(admin.tryCall("admin.galleries.reject", { galleryId }))).toMatch(
    /reason_required|input.invalid/,
  );
  await admin.call("admin.galleries.reject", { galleryId, reason: "Yetki belgesi okunmuyor." });
  await expect.poll(async () => (await mailbox(dealer.phone)).length).toBeGreaterThan(1);
  expect(await reasonOf(api.tryQuery("inventory.list"))).toBe("gallery.rejected");
  await api.call("gallery.resubmit", { licenceNo: "3400999" });
  const approved = await admin.call("admin.galleries.approve", { galleryId });
  expect(approved).toMatchObject({ galleryId, status: "APPROVED" });
  expect(await reasonOf(admin.tryCall("admin.galleries.approve", { galleryId }))).toBe(
    "gallery.wrong_state",
  );
  await expect
    .poll(async () => (await mailbox(dealer.email)).map(({ text }) => text).join(" "))
    .toContain("onay");
  expect(await api.query("inventory.list")).toMatchObject({ items: [] });
});

test("a vehicle is published, found, negotiated, reserved and sold", async () => {
  const draft = await createVehicle(seller);
  const blocked = await seller.api.tryCall("inventory.publish", { vehicleId: draft });
  expect(blocked).toMatchObject({ ok: false, error: { reason: "publish.blocked" } });
  expect(await findable(buyer, draft)()).toBe(false);
  for (const path of ["inventory.get", "inventory.gate"]) {
    const foreign = buyer.api.tryQuery(path, { vehicleId: draft });
    expect(await reasonOf(foreign)).toBe("inventory.not_found");
  }
  expect(await reasonOf(buyer.api.tryQuery("marketplace.get", { vehicleId: draft }))).toBe(
    "marketplace.not_found",
  );

  const vehicleId = await publishedVehicle(seller);
  await expect.poll(findable(buyer, vehicleId)).toBe(true);
  const seen = JSON.stringify(await buyer.api.query("marketplace.get", { vehicleId }));
  expect(seen).not.toMatch(/WVWZZZ3CZKE\d{6}|34EZT\d{3}|lowestPrice|internalNotes/);

  const own = seller.api.tryCall("offer.create", { vehicleId, amount: money(1_200_000) });
  expect(await reasonOf(own)).toBe("offer.own_vehicle");
  const first = await buyer.api.call<Move>("offer.create", { vehicleId, amount: money(1_150_000) });
  expect(first).toMatchObject({ status: "OPEN", round: 1, turn: "SELLER" });
  const again = buyer.api.tryCall("offer.create", { vehicleId, amount: money(1_160_000) });
  expect(await reasonOf(again)).toBe("offer.already_open");
  const other = await rival.api.call<Move>("offer.create", { vehicleId, amount: money(1_170_000) });

  const { offerId } = first;
  expect(await reasonOf(buyer.api.tryCall("offer.accept", { offerId, round: 1 }))).toBe(
    "offer.not_your_turn",
  );
  expect(await reasonOf(rival.api.tryCall("offer.accept", { offerId, round: 1 }))).toBe(
    "offer.not_found",
  );
  const counter = { offerId, round: 1, amount: money(1_220_000) };
  const second = await seller.api.call<Move>("offer.counter", counter);
  expect(second).toMatchObject({ status: "OPEN", round: 2, turn: "BUYER" });
  expect(await reasonOf(buyer.api.tryCall("offer.accept", { offerId, round: 1 }))).toBe(
    "offer.stale",
  );
  const done = await buyer.api.call<Move>("offer.accept", { offerId, round: 2 });
  expect(done).toMatchObject({ status: "ACCEPTED" });
  expect(await reasonOf(buyer.api.tryCall("offer.withdraw", { offerId, round: 2 }))).toBe(
    "offer.not_open",
  );

  const vehicle = await seller.api.query<{ status: string }>("inventory.get", { vehicleId });
  expect(vehicle.status).toBe("RESERVED");
  await expect.poll(findable(rival, vehicleId)).toBe(false);
  const closed = await rival.api.query<Move>("offer.get", { offerId: other.offerId });
  expect(closed.status).toBe("CLOSED");
  for (const wrong of ["inventory.publish", "inventory.archive", "inventory.markSold"]) {
    expect(await reasonOf(seller.api.tryCall(wrong, { vehicleId }))).toMatch(/^inventory\./);
  }
  const { items } = await buyer.api.query<{ items: { reservationId: string; status: string }[] }>(
    "reservation.list",
  );
  const reservation = items.find(({ status }) => status === "ACTIVE");
  expect(reservation).toBeDefined();
  const completed = { reservationId: reservation?.reservationId };
  expect(await reasonOf(rival.api.tryQuery("reservation.get", completed))).toBe(
    "reservation.not_found",
  );
  await seller.api.call("reservation.complete", completed);
  const sold = await seller.api.query<{ status: string }>("inventory.get", { vehicleId });
  expect(sold.status).toBe("SOLD");
});

test("a hundred vehicles, two rival acceptances each: one reservation each", async () => {
  test.setTimeout(600_000);
  const vehicleIds: string[] = [];
  // One vehicle is enough: a cancelled reservation puts it back on the market for the next round.
  const vehicleId = await publishedVehicle(seller, { series: "golf" });
  for (let round = 0; round < 100; round += 1) {
    await expect
      .poll(async () => (await buyer.api.tryQuery("marketplace.get", { vehicleId })).ok)
      .toBe(true);
    const amount = money(1_100_000 + round * 1_000);
    const offers = await Promise.all(
      [buyer, rival].map((dealer) => dealer.api.call<Move>("offer.create", { vehicleId, amount })),
    );
    const accepted = await Promise.all(
      offers.map(({ offerId }) => seller.api.tryCall<Move>("offer.accept", { offerId, round: 1 })),
    );
    expect(accepted.filter(({ ok }) => ok)).toHaveLength(1);
    const { items } = await seller.api.query<{
      items: { reservationId: string; status: string; vehicle: { vehicleId: string } }[];
    }>("reservation.list", { limit: 10 });
    const active = items.filter((r) => r.status === "ACTIVE" && r.vehicle.vehicleId === vehicleId);
    expect(active).toHaveLength(1);
    vehicleIds.push(vehicleId);
    const { reservationId } = active[0] ?? {};
    await seller.api.call("reservation.cancel", { reservationId, reason: "Deneme turu" });
  }
  expect(vehicleIds).toHaveLength(100);
});

test("a key repeats its first answer and refuses another body", async () => {
  const input = { name: "Anahtarlı Oto" };
  const key = `key-${Date.now()}`;
  const first = await seller.api.tryCall("gallery.update", { about: input.name }, key);
  const second = await seller.api.tryCall("gallery.update", { about: input.name }, key);
  expect(second).toEqual(first);
  const other = seller.api.tryCall("gallery.update", { about: "başka" }, key);
  expect(await reasonOf(other)).toBe("idempotency.conflict");
});

test("a refresh token used twice ends its whole family", async () => {
  const tokens = await signIn(rival.email, rival.password);
  const open = new Api();
  const { refreshToken } = tokens;
  const next = await open.call<typeof tokens>("auth.refresh", { refreshToken });
  expect(await reasonOf(open.tryCall("auth.refresh", { refreshToken }))).toBe(
    "auth.refresh_reused",
  );
  const family = open.tryCall("auth.refresh", { refreshToken: next.refreshToken });
  expect(await reasonOf(family)).toMatch(/^auth\./);
});
