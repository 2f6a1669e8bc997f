import type { Platform } from "../context";
import { traceBus } from "./trace-bus";
import { traceDatabase } from "./trace-database";

/** The same platform, whose transactions, published events and deliveries leave spans. */
export function tracePlatform<P extends Platform>(platform: P): P {
  const { adapters, database } = platform;
  return {
    ...platform,
    database: traceDatabase(database),
    adapters: { ...adapters, bus: traceBus(adapters.bus) },
  };
}
