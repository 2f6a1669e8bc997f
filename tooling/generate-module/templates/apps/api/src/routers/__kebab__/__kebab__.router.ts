import {
  create__Pascal__,
  create__Pascal__Input,
  get__Pascal__,
  list__Pascal__,
  list__Pascal__Input,
  __camel__Ref,
} from "@oto/services/__kebab__";
import { galleryProcedure, router } from "../../trpc/procedures";

/** The gallery's __words__ rows. */
export const __camel__Router = router({
  create: galleryProcedure("gallery:update")
    .input(create__Pascal__Input)
    .mutation(({ ctx, input }) => create__Pascal__(ctx, input)),
  get: galleryProcedure("gallery:read")
    .input(__camel__Ref)
    .query(({ ctx, input }) => get__Pascal__(ctx, input)),
  list: galleryProcedure("gallery:read")
    .input(list__Pascal__Input)
    .query(({ ctx, input }) => list__Pascal__(ctx, input)),
});
