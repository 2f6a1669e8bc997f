export {
  type CatalogueCounts,
  readCatalogue,
  seedCatalogue,
  seedPublishRules,
} from "./catalogue";
export { pictureSet } from "./pictures";
