export * from "./brand";
export * from "./button";
export * from "./display";
export * from "./feedback";
export * from "./form";
export * from "./foundation";
export * from "./overlay";
export * from "./shell";
