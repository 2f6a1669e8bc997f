export * from "./errors";
export * from "./gallery";
export * from "./identity";
export * from "./messages";
export * from "./money";
export * from "./permissions";
export * from "./publish-gate";
export * from "./values";
