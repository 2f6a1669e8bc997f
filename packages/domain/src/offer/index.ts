export * from "./create-offer";
export * from "./offer-limits";
export * from "./offer-machine";
export * from "./offer-state";
