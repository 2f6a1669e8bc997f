export * from "./consent";
export * from "./data-request";
export * from "./retention";
