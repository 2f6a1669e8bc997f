import { __camel__TitleField } from "@oto/domain";
import { z } from "zod";
import { pageFields } from "../paging";

/** Input of `__camel__.create`. */
export const create__Pascal__Input = z.object({ title: __camel__TitleField });
export type Create__Pascal__Input = z.infer<typeof create__Pascal__Input>;

/** Input of `__camel__.get`. */
export const __camel__Ref = z.object({ __camel__Id: z.uuid() });
export type __Pascal__Ref = z.infer<typeof __camel__Ref>;

/** Input of `__camel__.list`. */
export const list__Pascal__Input = z.object({ ...pageFields });
export type List__Pascal__Input = z.infer<typeof list__Pascal__Input>;
