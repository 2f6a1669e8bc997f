export * from "./province";
export * from "./province-tiles";
