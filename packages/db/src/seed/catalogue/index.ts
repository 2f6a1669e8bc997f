export { readCatalogue } from "./catalogue-files";
export { type CatalogueCounts, seedCatalogue } from "./seed-catalogue";
export { seedPublishRules } from "./seed-publish-rules";
