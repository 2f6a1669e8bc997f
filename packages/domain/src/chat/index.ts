export * from "./message";
export * from "./room";
