export * from "./support-case";
