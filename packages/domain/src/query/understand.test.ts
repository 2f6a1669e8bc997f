import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MarketplaceFilters } from ".";
import { hasChip, marketplaceFilters, mergeFilters, understand, withoutChip } from ".";

const make = (id: string, name: string, ...aliases: string[]) => ({
  id,
  name,
  slug: name.toLowerCase().replace(/ /g, "-"),
  aliases,
});
const series = (id: string, makeId: string, name: string) => ({
  id,
  makeId,
  name,
  slug: name.toLowerCase().replace(/ /g, "-"),
});

const catalog = {
  makes: [
    make("vw", "Volkswagen", "vw", "wolksvagen", "volswagen"),
    make("mb", "Mercedes-Benz", "mercedes", "benz", "mersedes"),
    make("bmw", "BMW", "bmv"),
    make("renault", "Renault", "reno"),
    make("peugeot", "Peugeot", "pejo"),
    make("fiat", "Fiat"),
    make("tofas", "Tofaş"),
    make("ford", "Ford"),
    make("toyota", "Toyota"),
    make("hyundai", "Hyundai", "hundai"),
    make("audi", "Audi"),
    make("land", "Land Rover", "landrover"),
  ],
  series: [
    series("passat", "vw", "Passat"),
    series("golf", "vw", "Golf"),
    series("tiguan", "vw", "Tiguan"),
    series("c", "mb", "C Serisi"),
    series("bmw3", "bmw", "3 Serisi"),
    series("bmw5", "bmw", "5 Serisi"),
    series("clio", "renault", "Clio"),
    series("megane", "renault", "Megane"),
    series("p2008", "peugeot", "2008"),
    series("p3008", "peugeot", "3008"),
    series("p208", "peugeot", "208"),
    series("egea", "fiat", "Egea"),
    series("f500", "fiat", "500"),
    series("sahin", "tofas", "Şahin"),
    series("kartal", "tofas", "Kartal"),
    series("focus", "ford", "Focus"),
    series("connect", "ford", "Tourneo Connect"),
    series("chr", "toyota", "C-HR"),
    series("corolla", "toyota", "Corolla"),
    series("i20", "hyundai", "i20"),
    series("accent", "hyundai", "Accent Blue"),
    series("a3", "audi", "A3"),
  ],
};

/** The same with versions, whose badges are read as well. */
const badged = {
  ...catalog,
  models: [
    { id: "320i", seriesId: "bmw3", name: "320i" },
    { id: "320d", seriesId: "bmw3", name: "320d" },
    { id: "320dx", seriesId: "bmw3", name: "320d xDrive" },
    { id: "330e", seriesId: "bmw3", name: "330e" },
    { id: "c180", seriesId: "c", name: "C 180" },
    { id: "c200d", seriesId: "c", name: "C 200 d" },
    { id: "tdi", seriesId: "golf", name: "1.6 TDI" },
    { id: "500e", seriesId: "f500", name: "500e" },
  ],
};

const BADGES: readonly (readonly [string, MarketplaceFilters, string, string])[] = [
  ["320d", { modelIds: ["320d", "320dx"] }, "", "320d"],
  ["320 D xdrive", { modelIds: ["320dx"] }, "", "320d xDrive"],
  ["bmw 320", { makeIds: ["bmw"], modelIds: ["320i", "320d", "320dx"] }, "", "320"],
  ["330e", { modelIds: ["330e"] }, "", "330e"],
  ["c180", { modelIds: ["c180"] }, "", "C 180"],
  ["mercedes c 200d", { makeIds: ["mb"], modelIds: ["c200d"] }, "", "C 200 d"],
  ["fiat 500", { makeIds: ["fiat"], seriesIds: ["f500"] }, "", ""],
  ["320 bin km", { kmMax: 320_000 }, "", ""],
  ["bmw m sport", { makeIds: ["bmw"] }, "m sport", ""],
  ["1.6 tdi", { engineCcMin: 1550, engineCcMax: 1649 }, "tdi", ""],
];

const TRY = (lira: number) => lira * 100;

const QUERIES: readonly (readonly [string, MarketplaceFilters, string])[] = [
  [
    "2018-2020 dizel otomatik passat 150 bin km altı",
    {
      yearMin: 2018,
      yearMax: 2020,
      fuels: ["DIESEL"],
      transmissions: ["AUTOMATIC"],
      seriesIds: ["passat"],
      kmMax: 150_000,
    },
    "",
  ],
  [
    "passat dizel 2019",
    { seriesIds: ["passat"], fuels: ["DIESEL"], yearMin: 2019, yearMax: 2019 },
    "",
  ],
  ["2019", { yearMin: 2019, yearMax: 2019 }, ""],
  ["2018 üstü", { yearMin: 2018 }, ""],
  ["2018 ve üzeri", { yearMin: 2018 }, ""],
  ["2018+", { yearMin: 2018 }, ""],
  ["2018'den sonra", { yearMin: 2018 }, ""],
  ["2015 altı", { yearMax: 2015 }, ""],
  ["2015 öncesi golf", { yearMax: 2015, seriesIds: ["golf"] }, ""],
  ["2016 ile 2019 arası", { yearMin: 2016, yearMax: 2019 }, ""],
  ["2016 - 2019", { yearMin: 2016, yearMax: 2019 }, ""],
  ["2016 2019 arasında", { yearMin: 2016, yearMax: 2019 }, ""],
  ["2018 2020", { yearMin: 2018, yearMax: 2020 }, ""],
  ["2020 model", { yearMin: 2020, yearMax: 2020 }, ""],
  ["19 model golf", { yearMin: 2019, yearMax: 2019, seriesIds: ["golf"] }, ""],
  ["en az 2017", { yearMin: 2017 }, ""],
  ["min 2017 max 2021", { yearMin: 2017, yearMax: 2021 }, ""],
  ["150 bin km", { kmMax: 150_000 }, ""],
  ["150bin", { kmMax: 150_000 }, ""],
  ["150binkm altı", { kmMax: 150_000 }, ""],
  ["84.500 km", { kmMax: 84_500 }, ""],
  ["150.000 km'den az", { kmMax: 150_000 }, ""],
  ["50-100 bin km", { kmMin: 50_000, kmMax: 100_000 }, ""],
  ["100 bin km üstü", { kmMin: 100_000 }, ""],
  ["en fazla 120 bin km", { kmMax: 120_000 }, ""],
  ["80000 km altında", { kmMax: 80_000 }, ""],
  ["yüz bin km altı", { kmMax: 100_000 }, ""],
  ["sıfır km", { kmMax: 100 }, ""],
  ["1,2 milyon", { priceMax: TRY(1_200_000) }, ""],
  ["900k", { priceMax: TRY(900_000) }, ""],
  ["900 bin TL altı", { priceMax: TRY(900_000) }, ""],
  ["1.245.000 ₺", { priceMax: TRY(1_245_000) }, ""],
  ["₺750.000", { priceMax: TRY(750_000) }, ""],
  ["500-700 bin tl", { priceMin: TRY(500_000), priceMax: TRY(700_000) }, ""],
  ["1 ile 1,5 milyon arası", { priceMin: TRY(1_000_000), priceMax: TRY(1_500_000) }, ""],
  ["800 bin - 1,2 milyon", { priceMin: TRY(800_000), priceMax: TRY(1_200_000) }, ""],
  ["1 milyon TL'ye kadar", { priceMax: TRY(1_000_000) }, ""],
  ["1 milyon 250 bin", { priceMax: TRY(1_250_000) }, ""],
  ["bir buçuk milyon altı", { priceMax: TRY(1_500_000) }, ""],
  ["1.5 milyona kadar", { priceMax: TRY(1_500_000) }, ""],
  ["golf 2016 dan sonra", { seriesIds: ["golf"], yearMin: 2016 }, ""],
  ["2 milyon üstü", { priceMin: TRY(2_000_000) }, ""],
  ["1.6 tdi", { engineCcMin: 1550, engineCcMax: 1649 }, "tdi"],
  ["1,5 dci megane", { engineCcMin: 1450, engineCcMax: 1549, seriesIds: ["megane"] }, "dci"],
  ["2.0 lt", { engineCcMin: 1950, engineCcMax: 2049 }, ""],
  ["1598 cc", { engineCcMin: 1598, engineCcMax: 1598 }, ""],
  ["150 hp", { powerHpMin: 147, powerHpMax: 153 }, ""],
  ["120 beygir üstü", { powerHpMin: 120 }, ""],
  ["190bg", { powerHpMin: 187, powerHpMax: 193 }, ""],
  [
    "benzinli manuel hatchback",
    { fuels: ["GASOLINE"], transmissions: ["MANUAL"], bodyTypes: ["HATCHBACK"] },
    "",
  ],
  ["tüplü şahin", { fuels: ["LPG"], seriesIds: ["sahin"] }, ""],
  ["hibrit suv", { fuels: ["HYBRID"], bodyTypes: ["SUV"] }, ""],
  ["plug-in hybrid", { fuels: ["PLUGIN_HYBRID"] }, ""],
  ["elektrikli", { fuels: ["ELECTRIC"] }, ""],
  ["yarı otomatik", { transmissions: ["SEMI_AUTOMATIC"] }, ""],
  ["dsg golf", { transmissions: ["AUTOMATIC", "SEMI_AUTOMATIC"], seriesIds: ["golf"] }, ""],
  ["düz vites", { transmissions: ["MANUAL"] }, ""],
  ["4x4 pickup", { drivetrains: ["AWD"], bodyTypes: ["PICKUP"] }, ""],
  ["arkadan itiş coupe", { drivetrains: ["RWD"], bodyTypes: ["COUPE"] }, ""],
  ["station wagon", { bodyTypes: ["STATION_WAGON"] }, ""],
  ["siyah sedan", { colors: ["BLACK"], bodyTypes: ["SEDAN"] }, ""],
  ["füme gri", { colors: ["GREY"] }, ""],
  ["beyaz veya gümüş", { colors: ["WHITE", "SILVER"] }, ""],
  ["hatasız boyasız", { flawless: true }, ""],
  ["BOYASIZ egea", { flawless: true, seriesIds: ["egea"] }, ""],
  ["2 parça boyalı", { maxPaintedPanels: 2 }, ""],
  ["garantili takas olur", { warranty: true, tradeIn: true }, ""],
  ["son 7 gün", { listedSinceDays: 7 }, ""],
  ["izmir", { provinceCodes: [35] }, ""],
  ["ISPARTA'da clio", { provinceCodes: [32], seriesIds: ["clio"] }, ""],
  ["istanbulda kadıköy", { provinceCodes: [34], districts: ["Kadıköy"] }, ""],
  ["ankara veya konya", { provinceCodes: [6, 42] }, ""],
  ["istambul", { provinceCodes: [34] }, ""],
  ["vw", { makeIds: ["vw"] }, ""],
  ["wolksvagen pasat", { makeIds: ["vw"], seriesIds: ["passat"] }, ""],
  ["mercedes benz c 180", { makeIds: ["mb"], seriesIds: ["c"] }, "180"],
  ["mercedes c serisi", { makeIds: ["mb"], seriesIds: ["c"] }, ""],
  ["bmw 3 serisi 320d", { makeIds: ["bmw"], seriesIds: ["bmw3"] }, "320d"],
  ["bmw 520", { makeIds: ["bmw"] }, "520"],
  [
    "peugeot 2008 2019",
    { makeIds: ["peugeot"], seriesIds: ["p2008"], yearMin: 2019, yearMax: 2019 },
    "",
  ],
  ["3008 dizel", { seriesIds: ["p3008"], fuels: ["DIESEL"] }, ""],
  ["fiat 500", { makeIds: ["fiat"], seriesIds: ["f500"] }, ""],
  ["fiat 500 bin altı", { makeIds: ["fiat"], priceMax: TRY(500_000) }, ""],
  ["c-hr hibrit", { seriesIds: ["chr"], fuels: ["HYBRID"] }, ""],
  ["i 20", { seriesIds: ["i20"] }, ""],
  ["accent blue", { seriesIds: ["accent"] }, ""],
  ["tourneo connect", { seriesIds: ["connect"] }, ""],
  ["land rover", { makeIds: ["land"] }, ""],
  ["tofaş kartal", { makeIds: ["tofas"], seriesIds: ["kartal"] }, ""],
  ["volkswagn", { makeIds: ["vw"] }, ""],
  ["fokus", { seriesIds: ["focus"] }, ""],
  ["otomotik dizzel", { transmissions: ["AUTOMATIC"] }, "dizzel"],
  ["golf comfortline", { seriesIds: ["golf"] }, "comfortline"],
  ["satılık araba", {}, ""],
  ["sunroof deri koltuk", {}, "sunroof deri koltuk"],
  ["34 ABC 123", {}, "34 ABC 123"],
  ["25.000 euro", {}, "25.000 euro"],
  ["", {}, ""],
];

describe("understand", () => {
  it.each(QUERIES)("%s", (query, filters, rest) => {
    const read = understand(query, catalog);
    expect(read.filters).toEqual(filters);
    expect(read.rest).toBe(rest);
  });

  it.each(BADGES)("%s, by the badge", (...[query, filters, rest, label]) => {
    const read = understand(query, badged);
    expect(read.filters).toEqual(filters);
    expect(read.rest).toBe(rest);
    expect(read.understood.find(({ key }) => key === "model")?.label ?? "").toBe(label);
  });

  it("shows a chip for everything it understood, in the order of the words", () => {
    const { understood } = understand("2018-2020 dizel VW Passat 150 bin km altı", catalog);
    expect(understood.map(({ key, label, text }) => [key, label, text])).toEqual([
      ["year", "2018 – 2020", "2018-2020"],
      ["fuel", "Dizel", "dizel"],
      ["make", "Volkswagen", "VW"],
      ["series", "Passat", "Passat"],
      ["km", "≤ 150.000 km", "150 bin km altı"],
    ]);
    expect(understand("900k siyah", catalog, "en").understood.map(({ label }) => label)).toEqual([
      "≤ ₺900,000",
      "Black",
    ]);
    expect(understand("1.6 hatasız", catalog).understood.map(({ label }) => label)).toEqual([
      "1.6 L",
      "Hatasız, boyasız",
    ]);
  });

  it("loses exactly what a removed chip stood for", () => {
    const query = "2018-2020 dizel passat 150bin km altı comfortline";
    for (const chip of understand(query, catalog).understood) {
      const left = understand(withoutChip(query, chip), catalog);
      expect(left.rest).toBe("comfortline");
      expect(left.understood.map(({ key }) => key)).not.toContain(chip.key);
      expect(left.understood).toHaveLength(3);
      expect(hasChip(withoutChip(query, chip), chip)).toBe(false);
    }
  });

  it("prefers the series of a make that is named", () => {
    const twins = {
      makes: catalog.makes,
      series: [series("s1", "vw", "Combi"), series("s2", "ford", "Combi")],
    };
    expect(understand("combi", twins).filters).toEqual({ seriesIds: ["s1", "s2"] });
    expect(understand("combi ford", twins).filters.seriesIds).toEqual(["s2"]);
  });
});

const words = fc.constantFrom(
  ...new Set([...QUERIES, ...BADGES].flatMap(([query]) => query.split(" "))),
  "150",
  "bin",
  "1,5",
  "milyon",
  "km",
  "-",
  "'",
  "5m",
  "2018'",
  "📷",
);

describe("any query", () => {
  const check = (query: string) => {
    const read = understand(query, badged);
    expect(understand(query, badged)).toEqual(read);
    const again = understand(read.rest, badged);
    expect(again.filters).toEqual({});
    expect(again.rest).toBe(read.rest);
    for (const chip of read.understood) {
      expect(chip.label).not.toBe("");
      expect(chip.text).not.toBe("");
      expect(hasChip(query, chip)).toBe(true);
      withoutChip(query, chip);
    }
    // Ids here are short names, so everything but the ids has to satisfy the schema.
    const { makeIds: _makes, seriesIds: _series, modelIds: _models, ...rest } = read.filters;
    expect(marketplaceFilters.safeParse(rest).error).toBeUndefined();
  };

  it("of known words is read the same twice, and its rest holds nothing more", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => check(list.join(" "))),
      { numRuns: 500 },
    );
  });

  it("of any characters is read without an error", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), check));
    fc.assert(fc.property(fc.stringMatching(/^[0-9a-z., '₺+-]*$/), check), { numRuns: 500 });
  });
});

describe("mergeFilters", () => {
  it("lets what was chosen by hand win, bounds in pairs", () => {
    expect(
      mergeFilters({ yearMin: 2018, yearMax: 2020, fuels: ["DIESEL"] }, { yearMin: 2019 }),
    ).toEqual({ yearMin: 2019, fuels: ["DIESEL"] });
  });
});
