export { pictureSet } from "./car-pictures/picture-set";
export {
  type CatalogueCounts,
  readCatalogue,
  seedCatalogue,
  seedPublishRules,
} from "./catalogue";
