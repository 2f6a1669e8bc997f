import { isDomainError } from "@oto/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext } from "../context";
import { createDealerContext, createTestPlatform } from "../testing";
import type { TestPlatform } from "../testing/platform";
import type { TestChain } from "../testing/stock.factory";
import { addPhotos, createChain, fullVehicleInput } from "../testing/stock.factory";
import { createVehicle } from "./create-vehicle.service";
import { checkGate } from "./gate.service";
import { getVehicle } from "./get-vehicle.service";
import { listVehiclesInput } from "./inventory.input";
import { listVehicles } from "./list-vehicles.service";
import { transitionVehicle } from "./transition";
import { changePrice, updateVehicle } from "./update-vehicle.service";
import {
  archiveVehicle,
  markVehicleSold,
  publishVehicle,
  restoreVehicle,
  unpublishVehicle,
} from "./vehicle-state.service";

let test: TestPlatform;
let chain: TestChain;
let ctx: DealerContext;

beforeAll(async () => {
  test = await createTestPlatform();
  chain = await createChain(test.platform);
  ctx = await createDealerContext(test.platform);
});
afterAll(() => test.close());

async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  return isDomainError(error) ? error.reason : `no refusal: ${String(error)}`;
}

async function stocked(dealer = ctx, overrides = {}): Promise<string> {
  return (await createVehicle(dealer, fullVehicleInput(chain, overrides))).vehicleId;
}

async function published(dealer = ctx): Promise<string> {
  const vehicleId = await stocked(dealer);
  await addPhotos(dealer, vehicleId);
  await publishVehicle(dealer, { vehicleId });
  return vehicleId;
}

const eventsOf = async (vehicleId: string) => {
  const { rows } = await test.platform.database.pool.query<{ name: string }>(
    "select name from outbox_event where aggregate_id = $1 order by seq",
    [vehicleId],
  );
  return rows.map(({ name }) => name);
};

const list = (input: Record<string, unknown>, dealer = ctx) =>
  listVehicles(dealer, listVehiclesInput.parse(input));

describe("create", () => {
  it("keeps all that was stated, and tells", async () => {
    const input = fullVehicleInput(chain, { stockNo: "ÖZEL-1" });
    const created = await createVehicle(ctx, input);
    expect(created).toMatchObject({ status: "DRAFT", stockNo: "ÖZEL-1" });
    const vehicle = await getVehicle(ctx, created);
    expect(vehicle).toMatchObject({
      ...input,
      title: "2019 Volkswagen Passat 1.6 TDI Comfortline",
      panels: expect.arrayContaining([...(input.panels ?? [])]),
      firstRegistrationDate: "2019-05-10",
      priceHistory: [{ from: null, to: input.price }],
      transitions: [{ from: null, to: "DRAFT", action: "create" }],
      editable: true,
      media: [],
    });
    expect(await eventsOf(created.vehicleId)).toEqual(["vehicle.created"]);
  });

  it("gives every vehicle its own stock number, also 50 at once", async () => {
    const dealer = await createDealerContext(test.platform);
    const [byHand] = await Promise.all([stocked(dealer, { stockNo: "0007" })]);
    const created = await Promise.all(
      Array.from({ length: 50 }, () => createVehicle(dealer, fullVehicleInput(chain))),
    );
    const numbers = created.map(({ stockNo }) => stockNo);
    expect(new Set(numbers).size).toBe(50);
    expect(numbers).not.toContain("0007");
    expect([...numbers].sort().at(-1)).toBe("0051");
    expect((await getVehicle(dealer, { vehicleId: byHand })).stockNo).toBe("0007");
  });

  it("refuses what is in stock already, by its reason", async () => {
    const first = fullVehicleInput(chain, { stockNo: "AYNI" });
    const { vehicleId } = await createVehicle(ctx, first);
    const again = (overrides: object) =>
      reasonOf(createVehicle(ctx, fullVehicleInput(chain, overrides)));
    expect(await again({ stockNo: "AYNI" })).toBe("inventory.stock_no_taken");
    expect(await again({ plate: first.plate })).toBe("inventory.duplicate_plate");
    expect(await again({ vin: first.vin })).toBe("inventory.duplicate_vin");
    const other = await createDealerContext(test.platform);
    await createVehicle(other, { ...fullVehicleInput(chain), vin: first.vin, stockNo: "AYNI" });
    await archiveVehicle(ctx, { vehicleId });
    await createVehicle(ctx, fullVehicleInput(chain, { plate: first.plate, vin: first.vin }));
    expect(await reasonOf(restoreVehicle(ctx, { vehicleId }))).toBe("inventory.duplicate_vin");
  });

  it("refuses parts of the catalogue that do not belong together", async () => {
    const other = await createChain(test.platform, { make: "Fiat", series: "Egea" });
    const mixes = [
      { makeId: other.makeId },
      { seriesId: other.seriesId },
      { modelId: other.modelId },
      { trimId: other.trimId },
      { modelId: null },
    ];
    for (const mix of mixes) {
      const input = fullVehicleInput(chain, mix);
      expect(await reasonOf(createVehicle(ctx, input))).toBe("inventory.catalog_mismatch");
    }
  });
});

describe("update", () => {
  it("changes what is given, clears what is null and keeps the rest", async () => {
    const vehicleId = await stocked();
    const before = await getVehicle(ctx, { vehicleId });
    const panels = [{ panel: "HOOD", state: "PAINTED" }] as const;
    const changed = await updateVehicle(ctx, {
      vehicleId,
      mileageKm: 95_000,
      description: "Temiz araç",
      vin: null,
      panels: [...panels],
    });
    expect(changed.version).toBe(2);
    const after = await getVehicle(ctx, { vehicleId });
    expect(after).toMatchObject({ mileageKm: 95_000, vin: null, panels, plate: before.plate });
    expect(after.features).toEqual(before.features);
    const same = await updateVehicle(ctx, { vehicleId, mileageKm: 95_000 });
    expect(same.version).toBe(2);
    expect(await eventsOf(vehicleId)).toEqual(["vehicle.created", "vehicle.updated"]);
  });

  it("drops model and trim when the series changes, and renames the vehicle", async () => {
    const vehicleId = await stocked();
    const golf = await createChain(test.platform, { series: "Golf" });
    await updateVehicle(ctx, { vehicleId, seriesId: golf.seriesId });
    expect(await getVehicle(ctx, { vehicleId })).toMatchObject({
      title: "2019 Volkswagen Golf",
      modelId: null,
      trimId: null,
    });
  });

  it("holds fast to what the EİDS verification has compared", async () => {
    const vehicleId = await stocked();
    await test.platform.database.pool.query(
      "update vehicle set eids_status = 'VERIFIED' where id = $1",
      [vehicleId],
    );
    expect(await reasonOf(updateVehicle(ctx, { vehicleId, modelYear: 2018 }))).toBe(
      "input.invalid",
    );
    await updateVehicle(ctx, { vehicleId, mileageKm: 91_000, modelYear: 2019 });
  });

  it("keeps the history of prices and bounds the lowest one", async () => {
    const vehicleId = await stocked();
    const price = { amount: 120_000_000, currency: "TRY" } as const;
    const lowestPrice = { amount: 115_000_000, currency: "TRY" } as const;
    await changePrice(ctx, { vehicleId, price, lowestPrice });
    const { priceHistory, priceChangedAt } = await getVehicle(ctx, { vehicleId });
    expect(priceHistory.map(({ to }) => to.amount)).toEqual([120_000_000, 125_000_000]);
    expect(priceChangedAt).not.toBeNull();
    const below = { amount: 110_000_000, currency: "TRY" } as const;
    expect(await reasonOf(changePrice(ctx, { vehicleId, price: below }))).toBe("input.invalid");
    expect(await eventsOf(vehicleId)).toEqual(["vehicle.created", "vehicle.price_changed"]);
  });

  it("refuses a change that the market does not allow", async () => {
    const vehicleId = await published();
    expect(await reasonOf(updateVehicle(ctx, { vehicleId, vin: null }))).toBe("publish.blocked");
    expect((await getVehicle(ctx, { vehicleId })).vin).not.toBeNull();
    await updateVehicle(ctx, { vehicleId, mileageKm: 99_000 });
  });

  it("leaves prices and costs to those who may see to them", async () => {
    const vehicleId = await published();
    const clerk = await createDealerContext(test.platform, {
      gallery: ctx.gallery,
      role: "INVENTORY",
    });
    const price = { amount: 1, currency: "TRY" } as const;
    expect(await reasonOf(updateVehicle(clerk, { vehicleId, price }))).toBe(
      "auth.permission_denied",
    );
    const cost = { amount: 90_000_000, currency: "TRY" } as const;
    expect(await reasonOf(updateVehicle(clerk, { vehicleId, cost }))).toBe(
      "auth.permission_denied",
    );
    await updateVehicle(ctx, { vehicleId, cost });
    expect((await getVehicle(ctx, { vehicleId })).cost).toEqual(cost);
    expect((await getVehicle(clerk, { vehicleId })).cost).toBeNull();
  });
});

describe("publish", () => {
  it("lists what is missing in the caller's language, then lets through", async () => {
    const vehicleId = await stocked(ctx, { vin: null });
    const gate = await checkGate(ctx, { vehicleId });
    const failing = gate.checks.filter((check) => !check.ok && check.severity === "BLOCK");
    expect(gate.ok).toBe(false);
    expect(failing.map(({ rule }) => rule)).toEqual(["vin", "photos", "cover"]);
    expect(failing[1]?.message).toBe("Hazır fotoğraf sayısı 0; en az 3 olmalı.");
    const english = { ...ctx, origin: { ...ctx.origin, locale: "en" as const } };
    expect((await checkGate(english, { vehicleId })).checks).not.toEqual(gate.checks);

    const error = await publishVehicle(ctx, { vehicleId }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ reason: "publish.blocked", details: { checks: gate.checks } });
    expect((await getVehicle(ctx, { vehicleId })).status).toBe("DRAFT");

    await updateVehicle(ctx, { vehicleId, vin: fullVehicleInput(chain).vin });
    await addPhotos(ctx, vehicleId);
    expect(await publishVehicle(ctx, { vehicleId })).toMatchObject({ status: "PUBLISHED" });
    expect((await eventsOf(vehicleId)).at(-1)).toBe("vehicle.published");
  });

  it("happens once, whoever else tries", async () => {
    const vehicleId = await stocked();
    await addPhotos(ctx, vehicleId);
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => reasonOf(publishVehicle(ctx, { vehicleId }))),
    );
    expect(tries.filter((reason) => reason === "inventory.wrong_state")).toHaveLength(7);
    const events = await eventsOf(vehicleId);
    expect(events.filter((name) => name === "vehicle.published")).toHaveLength(1);
  });

  it("asks the rules in force, which are rows", async () => {
    const { pool } = test.platform.database;
    const vehicleId = await stocked();
    const rule = (severity: string) =>
      pool.query(
        `insert into publish_rule (id, rule, valid_from, severity, params)
         values (gen_random_uuid(), 'photos', '2024-01-01', $1, '{"min": 1}')
         on conflict (rule, valid_from) do update set severity = excluded.severity`,
        [severity],
      );
    await rule("BLOCK");
    try {
      const { checks } = await checkGate(ctx, { vehicleId });
      expect(checks).toMatchObject([{ rule: "photos", ok: false }]);
      await rule("OFF");
      expect(await checkGate(ctx, { vehicleId })).toEqual({ ok: true, checks: [] });
    } finally {
      await pool.query("delete from publish_rule");
    }
  });
});

describe("states", () => {
  it("refuse what does not follow, by its reason", async () => {
    const vehicleId = await published();
    const ref = { vehicleId };
    expect(await reasonOf(restoreVehicle(ctx, ref))).toBe("inventory.wrong_state");
    await unpublishVehicle(ctx, ref);
    expect(await reasonOf(unpublishVehicle(ctx, ref))).toBe("inventory.wrong_state");
    await publishVehicle(ctx, ref);
    await markVehicleSold(ctx, ref);
    expect(await reasonOf(publishVehicle(ctx, ref))).toBe("inventory.wrong_state");
    expect(await reasonOf(updateVehicle(ctx, { vehicleId, mileageKm: 1 }))).toBe(
      "inventory.wrong_state",
    );
    await archiveVehicle(ctx, ref);
    await restoreVehicle(ctx, ref);
    const { status, publishedAt, soldAt, transitions } = await getVehicle(ctx, ref);
    expect({ status, publishedAt, soldAt }).toEqual({
      status: "DRAFT",
      publishedAt: null,
      soldAt: null,
    });
    expect(transitions.map(({ action }) => action).reverse()).toEqual([
      "create",
      "publish",
      "unpublish",
      "publish",
      "markSold",
      "archive",
      "restore",
    ]);
  });

  it("keep a reserved vehicle for its buyer", async () => {
    const vehicleId = await published();
    const db = test.platform.database.unsafeSystem("a test reserves");
    const move = (action: "reserve" | "release", holdsReservation: boolean) =>
      db.write((tx) =>
        transitionVehicle(tx, {
          vehicleId,
          action,
          actorId: null,
          now: ctx.now(),
          holdsReservation,
        }),
      );
    await move("reserve", false);
    const attempts = [
      markVehicleSold(ctx, { vehicleId }),
      archiveVehicle(ctx, { vehicleId }),
      unpublishVehicle(ctx, { vehicleId }),
      updateVehicle(ctx, { vehicleId, mileageKm: 1 }),
      move("release", false),
    ];
    const reasons = new Set(await Promise.all(attempts.map(reasonOf)));
    expect([...reasons]).toEqual(["inventory.locked_by_reservation"]);
    expect(await move("release", true)).toMatchObject({ from: "RESERVED", status: "PUBLISHED" });
  });
});

describe("another gallery", () => {
  it("finds nothing to read or change", async () => {
    const vehicleId = await published();
    const stranger = await createDealerContext(test.platform);
    const ref = { vehicleId };
    const attempts = [
      getVehicle(stranger, ref),
      checkGate(stranger, ref),
      updateVehicle(stranger, { vehicleId, mileageKm: 1 }),
      changePrice(stranger, { vehicleId, price: { amount: 1, currency: "TRY" } }),
      publishVehicle(stranger, ref),
      unpublishVehicle(stranger, ref),
      markVehicleSold(stranger, ref),
      archiveVehicle(stranger, ref),
      restoreVehicle(stranger, ref),
    ];
    const reasons = new Set(await Promise.all(attempts.map(reasonOf)));
    expect([...reasons]).toEqual(["inventory.not_found"]);
    expect(await list({}, stranger)).toMatchObject({ items: [], total: 0 });
  });
});

describe("list", () => {
  it("filters, folds, sorts and pages", async () => {
    const dealer = await createDealerContext(test.platform);
    const egea = await createChain(test.platform, { make: "Fiat", series: "Egea Şehir" });
    const make = async (overrides: object) =>
      createVehicle(dealer, fullVehicleInput(chain, overrides));
    for (const amount of [3, 1, 2, 2, 5]) {
      await make({ price: { amount: amount * 1_000_000, currency: "TRY" } });
    }
    const fiat = await make({ ...egea, plate: "06ABC123", mileageKm: 10 });
    await archiveVehicle(dealer, fiat);

    const all = await list({ sort: "priceAsc" }, dealer);
    expect(all.items.map(({ price }) => price.amount / 1_000_000)).toEqual([1, 2, 2, 3, 5, 125]);
    expect(all).toMatchObject({ total: 6, nextCursor: null, counts: { DRAFT: 5, ARCHIVED: 1 } });

    for (const sort of ["newest", "oldest", "priceDesc", "kmAsc", "yearDesc", "updated"]) {
      const seen: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await list({ sort, limit: 2, cursor }, dealer);
        seen.push(...page.items.map(({ vehicleId }) => vehicleId));
        cursor = page.nextCursor;
      } while (cursor);
      const whole = await list({ sort }, dealer);
      expect(seen).toEqual(whole.items.map(({ vehicleId }) => vehicleId));
      expect(new Set(seen).size).toBe(6);
    }

    for (const q of ["EGEA sehir", "egea ŞEHİR fiat", "06 abc 123", "abc1"]) {
      const found = await list({ q }, dealer);
      expect(found.items.map(({ vehicleId }) => vehicleId)).toEqual([fiat.vehicleId]);
    }
    expect((await list({ q: "100%" }, dealer)).total).toBe(0);
    expect((await list({ status: "DRAFT", q: "fiat" }, dealer)).total).toBe(0);
    expect((await list({ km: { max: 50 } }, dealer)).total).toBe(1);
    expect((await list({ makeId: egea.makeId }, dealer)).total).toBe(1);
    const { nextCursor } = await list({ sort: "newest", limit: 1 }, dealer);
    expect(await reasonOf(list({ sort: "kmAsc", cursor: nextCursor }, dealer))).toBe(
      "input.invalid",
    );
  });

  it("shows the cover and how many photos there are", async () => {
    const dealer = await createDealerContext(test.platform);
    await published(dealer);
    const { items } = await list({}, dealer);
    expect(items[0]).toMatchObject({ photoCount: 3, photosInProgress: 0, daysInStock: 0 });
    expect(items[0]?.cover?.variants[0]?.url).toMatch(/^http.*\/storage\/public\/media\//);
  });
});
