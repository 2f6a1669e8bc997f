export * from "./gate-rules";
