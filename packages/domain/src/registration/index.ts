export * from "./registration-input";
