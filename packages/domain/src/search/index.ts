export * from "./listing-match";
export * from "./synonyms";
