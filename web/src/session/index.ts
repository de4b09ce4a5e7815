export * from "./queries";
export * from "./state";
export * from "./step";
