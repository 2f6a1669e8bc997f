import { createLoader } from "nuqs/server";
import { describe, expect, it } from "vitest";
import { activeFilters, searchParsers, searchUrlKeys, toSearchInput } from "./search-params";

const load = createLoader(searchParsers, { urlKeys: searchUrlKeys });
const read = (query: string) => load(new URLSearchParams(query));
const make = "01995f3a-7c1e-7abc-9def-0123456789ab";

describe("a search in the address", () => {
  it("becomes the input of the API, prices in kuruş", () => {
    const params = read(
      `q=passat&marka=${make}&yakit=DIESEL,HYBRID&il=34,6&yilMin=2018&fiyatMax=1250000&hatasiz=true&sirala=price_asc`,
    );
    expect(toSearchInput(params)).toEqual({
      q: "passat",
      filters: {
        makeIds: [make],
        fuels: ["DIESEL", "HYBRID"],
        provinceCodes: [34, 6],
        yearMin: 2018,
        priceMax: 125_000_000,
        flawless: true,
      },
      sort: "price_asc",
      limit: 24,
    });
    expect(activeFilters(params)).toBe(6);
  });

  it("is empty without parameters", () => {
    expect(toSearchInput(read(""))).toEqual({ limit: 24 });
    expect(activeFilters(read(""))).toBe(0);
  });

  it("turns reversed bounds round", () => {
    const { filters } = toSearchInput(read("kmMin=150000&kmMax=50000"));
    expect(filters).toEqual({ kmMin: 50_000, kmMax: 150_000 });
  });

  it("survives what nobody could have chosen", () => {
    expect(toSearchInput(read("marka=yok&q=clio"))).toEqual({ q: "clio", limit: 24 });
    expect(toSearchInput(read("yakit=ODUN&il=99"))).toEqual({ limit: 24 });
  });
});
