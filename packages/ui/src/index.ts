export * from "./brand";
export * from "./button";
export * from "./form";
export * from "./foundation";
