import { z } from "zod";

export const seriesOfMakeInput = z.object({ makeId: z.uuid() });
export type SeriesOfMakeInput = z.infer<typeof seriesOfMakeInput>;

export const modelsOfSeriesInput = z.object({ seriesId: z.uuid() });
export type ModelsOfSeriesInput = z.infer<typeof modelsOfSeriesInput>;

export const trimsOfModelInput = z.object({ modelId: z.uuid() });
export type TrimsOfModelInput = z.infer<typeof trimsOfModelInput>;
