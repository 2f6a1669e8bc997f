export * from "./answer-time";
export * from "./calendar";
export * from "./change";
export * from "./columns";
export * from "./discount";
export * from "./funnel";
export * from "./lost-reason";
export * from "./period";
