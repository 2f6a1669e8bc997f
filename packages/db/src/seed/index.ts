export {
  type CatalogueCounts,
  readCatalogue,
  seedCatalogue,
  seedPublishRules,
} from "./catalogue";
