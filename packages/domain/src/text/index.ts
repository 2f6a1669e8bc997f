export * from "./csv";
export * from "./fold";
