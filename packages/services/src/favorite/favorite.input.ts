import { z } from "zod";
import { pageFields } from "../paging";

/** Input of `favorite.add` and `favorite.remove`. */
export const favoriteInput = z.strictObject({ vehicleId: z.uuid() });
export type FavoriteInput = z.infer<typeof favoriteInput>;

/** Input of `favorite.list`. */
export const favoriteListInput = z.strictObject(pageFields);
export type FavoriteListInput = z.infer<typeof favoriteListInput>;
