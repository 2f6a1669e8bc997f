export * from "./enums";
export * from "./feature";
export * from "./panel";
