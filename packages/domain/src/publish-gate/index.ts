export { holdsContactData } from "./contact-data";
export * from "./evaluate-gate";
export * from "./gate-rules";
export type { VehicleFacts } from "./vehicle-facts";
