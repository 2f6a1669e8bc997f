import {
  listMakes,
  listModels,
  listSeries,
  listTrims,
  modelsOfSeriesInput,
  seriesOfMakeInput,
  trimsOfModelInput,
} from "@oto/services/catalog";
import { publicProcedure, router } from "../../trpc/procedures";

/** The vehicle catalogue: make → series → model → trim. */
export const catalogRouter = router({
  makes: publicProcedure.query(({ ctx }) => listMakes(ctx)),
  series: publicProcedure
    .input(seriesOfMakeInput)
    .query(({ ctx, input }) => listSeries(ctx, input)),
  models: publicProcedure
    .input(modelsOfSeriesInput)
    .query(({ ctx, input }) => listModels(ctx, input)),
  trims: publicProcedure.input(trimsOfModelInput).query(({ ctx, input }) => listTrims(ctx, input)),
});
