export * from "./province";
