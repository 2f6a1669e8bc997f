export * from "./business";
export * from "./password";
export * from "./person";
export * from "./phone";
export * from "./plate";
export * from "./tax-number";
export * from "./vin";
