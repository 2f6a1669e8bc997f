export * from "./money";
export * from "./money-text";
