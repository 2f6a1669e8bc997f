import { z } from "zod";

export const seriesOfMakeInput = z.strictObject({ makeId: z.uuid() });
export type SeriesOfMakeInput = z.infer<typeof seriesOfMakeInput>;

export const modelsOfSeriesInput = z.strictObject({ seriesId: z.uuid() });
export type ModelsOfSeriesInput = z.infer<typeof modelsOfSeriesInput>;

export const trimsOfModelInput = z.strictObject({ modelId: z.uuid() });
export type TrimsOfModelInput = z.infer<typeof trimsOfModelInput>;
