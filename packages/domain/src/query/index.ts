export * from "./marketplace-filters";
