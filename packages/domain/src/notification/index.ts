export * from "./channels";
export * from "./decide-delivery";
export * from "./digest-slot";
export * from "./local-time";
export * from "./quiet-hours";
export * from "./retry-plan";
export * from "./sms-parts";
export * from "./template";
