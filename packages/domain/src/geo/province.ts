import { slugify } from "../text";
import { PROVINCE_LINES } from "./province-data";

export interface Province {
  /** Plate code, 1..81. */
  code: number;
  name: string;
  slug: string;
  /** Centre, degrees. */
  lat: number;
  lng: number;
}

const districts = new Map<number, readonly string[]>();

/** All provinces by plate code. */
export const PROVINCES: readonly Province[] = PROVINCE_LINES.split("\n").map((line) => {
  const [code = "", name = "", lat = "", lng = "", names = ""] = line.split("|");
  districts.set(Number(code), names.split(","));
  return { code: Number(code), name, slug: slugify(name), lat: Number(lat), lng: Number(lng) };
});

const byCode = new Map(PROVINCES.map((province) => [province.code, province]));

/** A province by its plate code. */
export function provinceByCode(code: number): Province | undefined {
  return byCode.get(code);
}

/** A province by the slug that public addresses use. */
export function provinceBySlug(slug: string): Province | undefined {
  return PROVINCES.find((province) => province.slug === slug);
}

/** Districts of a province, its centre first; empty for an unknown code. */
export function districtsOf(provinceCode: number): readonly string[] {
  return districts.get(provinceCode) ?? [];
}

/** The district as it is officially spelled, from any spelling; undefined if the province has none. */
export function findDistrict(provinceCode: number, name: string): string | undefined {
  const wanted = slugify(name);
  return districtsOf(provinceCode).find((district) => slugify(district) === wanted);
}

/** Codes of the provinces whose centre lies within so many kilometres of that of one, itself first. */
export function provincesWithin(provinceCode: number, km: number): number[] {
  const centre = byCode.get(provinceCode);
  if (!centre) return [];
  const reached = PROVINCES.map((each) => ({ code: each.code, away: distanceKm(centre, each) }));
  return reached
    .filter(({ away }) => away <= km)
    .sort((a, b) => a.away - b.away || a.code - b.code)
    .map(({ code }) => code);
}

const ranksFrom = new Map<number, readonly number[]>();

/**
 * How near each province is to one, by plate code: 0 for itself, the same for provinces whose centres
 * are as far away in whole kilometres. Place 0 stands for no province and is empty for an unknown code.
 */
export function distanceRanks(provinceCode: number): readonly number[] {
  const known = ranksFrom.get(provinceCode);
  const centre = byCode.get(provinceCode);
  if (known || !centre) return known ?? [];
  const away = PROVINCES.map((each) => distanceKm(centre, each));
  const steps = [...new Set(away)].sort((a, b) => a - b);
  const ranks = [PROVINCES.length, ...away.map((km) => steps.indexOf(km))];
  ranksFrom.set(provinceCode, ranks);
  return ranks;
}

const EARTH_RADIUS_KM = 6371;

/** Great-circle distance between two points, whole kilometres. */
export function distanceKm(
  a: { lat: number; lng: number },
  b: { lat: number; lng: number },
): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const dLat = radians(b.lat - a.lat);
  const dLng = radians(b.lng - a.lng);
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLng / 2) ** 2;
  return Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h))));
}
