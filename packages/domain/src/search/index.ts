export * from "./synonyms";
