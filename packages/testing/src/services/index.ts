export { servicesWanted } from "../env";
export { findProgram } from "./programs";
export { type RedisServiceOptions, type RunningRedis, startRedis } from "./redis";
export {
  placeFor,
  type RunningService,
  runService,
  type ServiceFolder,
  type ServiceOptions,
} from "./running-service";
export { type ProcessOptions, ServiceProcess } from "./service-process";
