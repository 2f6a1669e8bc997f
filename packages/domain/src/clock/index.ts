export * from "./answer-deadline";
export * from "./answering-hours";
export * from "./opening-windows";
export * from "./reminders";
export * from "./zoned-time";
