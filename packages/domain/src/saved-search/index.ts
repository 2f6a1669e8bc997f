export * from "./fields";
export * from "./match-words";
export * from "./search-keys";
