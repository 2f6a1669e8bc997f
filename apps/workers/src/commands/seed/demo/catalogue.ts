import type { BodyType, Drivetrain, Fuel, Transmission } from "@oto/domain";
import type { Platform } from "@oto/services";
import type { DemoSeries } from "./market.data";
import { DEMO_SERIES } from "./market.data";

export interface CatalogueModel {
  id: string;
  name: string;
  makeId: string;
  seriesId: string;
  fuel: Fuel;
  drivetrain: Drivetrain;
  bodyTypes: BodyType[];
  transmissions: Transmission[];
  engineCc: number | null;
  powerHp: number | null;
  yearFrom: number;
  yearTo: number | null;
  trims: { id: string }[];
}

export interface DemoCatalogue {
  /** Models of a series that have its body and were sold within the last eleven years. */
  modelsOf(series: DemoSeries): readonly CatalogueModel[];
}

const YEARS_BACK = 11;

/** Reads the part of the catalogue that demo stock is made of, in one query. */
export async function readCatalogue(platform: Platform): Promise<DemoCatalogue> {
  const since = new Date().getUTCFullYear() - YEARS_BACK;
  const db = platform.database.unsafeSystem("the catalogue belongs to no gallery");
  const rows = await db.read((tx) =>
    tx.catalogModel.findMany({
      where: {
        series: { OR: DEMO_SERIES.map(([make, slug]) => ({ slug, make: { slug: make } })) },
        OR: [{ yearTo: null }, { yearTo: { gte: since } }],
      },
      orderBy: { id: "asc" },
      select: {
        id: true,
        name: true,
        seriesId: true,
        fuel: true,
        drivetrain: true,
        bodyTypes: true,
        transmissions: true,
        engineCc: true,
        powerHp: true,
        yearFrom: true,
        yearTo: true,
        trims: { select: { id: true }, orderBy: { name: "asc" } },
        series: { select: { slug: true, makeId: true, make: { select: { slug: true } } } },
      },
    }),
  );
  return {
    modelsOf([make, slug, bodyType]) {
      return rows
        .filter((row) => row.series.make.slug === make && row.series.slug === slug)
        .filter((row) => row.bodyTypes.includes(bodyType))
        .map(({ series, ...model }) => ({ ...model, makeId: series.makeId }));
    },
  };
}
