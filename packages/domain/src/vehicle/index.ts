export * from "./vehicle-fields";
export * from "./vehicle-input";
export * from "./vehicle-machine";
export * from "./vehicle-title";
