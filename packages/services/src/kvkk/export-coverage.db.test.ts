import { strFromU8, unzipSync } from "fflate";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DealerContext } from "../context";
import { confirmDeal, disputeDeal, rateDeal, setDealStep } from "../deal";
import { acceptOffer, counterOffer, createOffer } from "../offer";
import { completeReservation } from "../reservation";
import type { TestPlatform } from "../testing";
import { createDealerContext, createTestPlatform, createVehicle, TEST_PRICE } from "../testing";
import type { ExportTable } from "./export-archive";
import { zipTables } from "./export-archive";
import { GALLERY_PARTS, NOT_IN_GALLERY_EXPORT, SHARED_PARTS } from "./export-gallery";
import type { ExportPart } from "./export-part";
import { NOT_IN_PERSON_EXPORT, PERSON_PARTS } from "./export-person";
import { galleryTables, personTables } from "./export-tables";

let test: TestPlatform;
let owner: pg.Client;

beforeAll(async () => {
  test = await createTestPlatform({ OTO_RATE_LIMITS: "off" });
  owner = new pg.Client({ connectionString: test.databaseUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

/** Tables with a column of such a name. */
async function tablesWith(column: string): Promise<string[]> {
  const { rows } = await owner.query<{ table: string }>(
    `select distinct c.relname as table
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
        and a.attname ~ $1 order by 1`,
    [column],
  );
  return rows.map(({ table }) => table);
}

/** What is wrong between tables, the parts of an export and the reasons for leaving tables out. */
function gaps(
  tables: readonly string[],
  parts: readonly ExportPart[],
  excused: Readonly<Record<string, string>>,
): string[] {
  const carried = new Set(parts.flatMap((part) => part.tables));
  return [
    ...tables
      .filter((table) => !carried.has(table) && !(table in excused))
      .map((table) => `${table}: neither exported nor excused`),
    ...Object.keys(excused)
      .filter((table) => carried.has(table) || !tables.includes(table))
      .map((table) => `${table}: excused for nothing`),
  ];
}

describe("every table", () => {
  it("of a gallery is in its export, or left out for a reason", async () => {
    const tables = [...(await tablesWith("(^|_)gallery_id$")), "gallery"];
    expect(tables.length).toBeGreaterThan(40);
    const parts = [...GALLERY_PARTS, ...SHARED_PARTS];
    expect(gaps(tables, parts, NOT_IN_GALLERY_EXPORT)).toEqual([]);
  });

  it("that knows a person is in the person's export, or left out for a reason", async () => {
    const people =
      "(^|_)user_id$|^(actor|sender|uploader|recipient)_(id|key)$|(opened|rated|blocked|uploaded|changed|invited|accepted)_by_id$";
    const tables = await tablesWith(people);
    expect(tables.length).toBeGreaterThan(30);
    expect(gaps(tables, PERSON_PARTS, NOT_IN_PERSON_EXPORT)).toEqual([]);
  });

  it("would be missed", () => {
    expect(gaps(["new_table"], GALLERY_PARTS, {})).toEqual([
      "new_table: neither exported nor excused",
    ]);
    expect(gaps([], GALLERY_PARTS, { deal: "no reason" })).toEqual(["deal: excused for nothing"]);
  });

  it("has a name of its own in the archive", () => {
    for (const parts of [[...GALLERY_PARTS, ...SHARED_PARTS], PERSON_PARTS]) {
      const names = parts.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

const amount = { amount: TEST_PRICE, currency: "TRY" as const };

/** A deal that is done, rated by the seller alone. */
async function rated(seller: DealerContext, buyer: DealerContext): Promise<string> {
  const { vehicleId } = await createVehicle(test.platform, seller.gallery.id);
  const { offerId } = await createOffer(buyer, { vehicleId, amount });
  await counterOffer(seller, { offerId, round: 1, amount });
  const { reservationId } = await acceptOffer(buyer, { offerId, round: 2 });
  const dealId = reservationId ?? "";
  await setDealStep(buyer, { dealId, step: "EKSPERTIZ", version: 0, state: "DONE" });
  await completeReservation(seller, { reservationId: dealId });
  await confirmDeal(buyer, { dealId });
  await rateDeal(seller, { dealId, stars: 2, comment: "gizli söz" });
  return dealId;
}

const unzipped = (tables: readonly ExportTable[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(zipTables(tables, "")))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]),
  );

const filesOf = async (galleryId: string) =>
  unzipped(await galleryTables(test.platform, galleryId, async () => undefined));

describe("an export after a deal", () => {
  it("holds the deal for both sides, and hides what is still the other's own", async () => {
    const [seller, buyer, stranger] = await Promise.all([
      createDealerContext(test.platform),
      createDealerContext(test.platform),
      createDealerContext(test.platform),
    ]);
    const dealId = await rated(seller, buyer);
    const [sold, bought] = [await filesOf(seller.gallery.id), await filesOf(buyer.gallery.id)];
    for (const files of [sold, bought]) {
      for (const name of ["satislar", "satis-adimlari"]) {
        expect(files[`json/${name}.json`]).toContain(dealId);
      }
      expect(JSON.parse(files["json/imzali-kayit.json"] ?? "[]").length).toBeGreaterThan(3);
      expect(JSON.stringify(files)).not.toContain("storageKey");
    }
    expect(sold["json/degerlendirmeler.json"]).toContain("gizli söz");
    expect(JSON.stringify(bought)).not.toContain("gizli söz");
    expect(bought["json/teklif-turlari.json"]).not.toContain(seller.identity.userId);
    expect(bought["json/teklifler.json"]).not.toContain("answeredByRule");
    expect(JSON.stringify(await filesOf(stranger.gallery.id))).not.toContain(dealId);

    await rateDeal(buyer, { dealId, stars: 5 });
    expect((await filesOf(buyer.gallery.id))["json/degerlendirmeler.json"]).toContain("gizli söz");

    await disputeDeal(buyer, { dealId, reason: "DAMAGE", text: "Kaportada gizlenmiş hasar var" });
    const mine = await personTables(test.platform, buyer.identity.userId);
    const files = unzipped(mine);
    expect(files["json/anlasmazliklar.json"]).toContain("gizlenmiş hasar");
    expect(files["json/degerlendirmeler.json"]).toContain(dealId);
    expect(JSON.stringify(files)).not.toContain("gizli söz");
  });
});
