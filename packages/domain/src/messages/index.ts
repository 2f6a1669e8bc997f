export { en } from "./en";
export * from "./field-errors";
export * from "./message-text";
export type { DomainLabels, DomainMessages, GateTexts, MessageTree } from "./messages-shape";
export { tr } from "./tr";
export type { ValidationKey } from "./validation";
