export * from "./reservation-machine";
