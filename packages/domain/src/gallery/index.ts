export * from "./gallery-input";
export * from "./gallery-machine";
