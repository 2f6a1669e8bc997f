export {
  type CatalogueCounts,
  readCatalogue,
  seedCatalogue,
  seedPublishRules,
} from "./catalogue";
export { type MarketSeed, seedMarket } from "./market/seed-market";
export { pictureSet } from "./pictures";
