import type { Tx } from "@oto/db";

const specs = {
  fuel: true,
  bodyTypes: true,
  transmissions: true,
  drivetrain: true,
  engineCc: true,
  powerHp: true,
  yearFrom: true,
  yearTo: true,
} as const;
const item = { id: true, name: true, slug: true } as const;

export const readMakes = (tx: Tx) => tx.make.findMany({ select: { ...item, country: true } });

export const readMakeWithSeries = (tx: Tx, id: string) =>
  tx.make.findUnique({ where: { id }, select: { series: { select: item } } });

export const readSeriesWithModels = (tx: Tx, id: string) =>
  tx.series.findUnique({
    where: { id },
    select: { models: { select: { ...item, ...specs } } },
  });

export const readModelWithTrims = (tx: Tx, id: string) =>
  tx.catalogModel.findUnique({
    where: { id },
    select: { ...specs, trims: { select: item } },
  });

export interface ChainNames {
  makeName: string | null;
  seriesName: string | null;
  modelName: string | null;
  trimName: string | null;
}

/** The names of a chain of ids; null where a part is not chosen or not of the part before it. */
export async function readChain(
  tx: Tx,
  ids: { makeId: string; seriesId: string; modelId: string | null; trimId: string | null },
): Promise<ChainNames> {
  const { makeId, seriesId, modelId, trimId } = ids;
  const [names] = await tx.$queryRaw<ChainNames[]>`
    select
      (select name from make where id = ${makeId}::uuid) as "makeName",
      (select name from series
        where id = ${seriesId}::uuid and make_id = ${makeId}::uuid) as "seriesName",
      (select name from catalog_model
        where id = ${modelId}::uuid and series_id = ${seriesId}::uuid) as "modelName",
      (select name from trim
        where id = ${trimId}::uuid and model_id = ${modelId}::uuid) as "trimName"`;
  return names ?? { makeName: null, seriesName: null, modelName: null, trimName: null };
}
