export * from "./auto-counter";
export * from "./create-offer";
export * from "./offer-lane";
export * from "./offer-limits";
export * from "./offer-machine";
export * from "./offer-state";
