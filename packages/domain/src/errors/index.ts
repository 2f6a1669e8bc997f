export * from "./domain-error";
export * from "./reasons";
