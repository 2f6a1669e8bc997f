export { callerDatabase } from "./caller-database";
export { registerReplicaGauges, registerReplicaHealth } from "./replica-health";
