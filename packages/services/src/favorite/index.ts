export * from "./favorite.input";
export {
  addFavorite,
  listFavoriteIds,
  listFavorites,
  removeFavorite,
} from "./favorite.service";
export type * from "./favorite.views";
export { tellPriceDrop, wakeFollowers } from "./price-drop.service";
