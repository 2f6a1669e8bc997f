export * from "./fold";
