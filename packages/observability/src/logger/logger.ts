import type { DestinationStream, Logger as PinoLogger } from "pino";
import { pino } from "pino";
import type { LogLevel } from "../env";
import { currentTraceId } from "../tracing/span";
import { maskText } from "./mask-text";
import { redact } from "./redact";

export type Logger = PinoLogger;

export interface LoggerOptions {
  /** Process or part that speaks: `api`, `workers`, … */
  readonly service: string;
  readonly level?: LogLevel;
  /** Where lines go; standard output unless given. */
  readonly destination?: DestinationStream;
}

function safeArgument(argument: unknown): unknown {
  if (typeof argument === "string") return maskText(argument);
  if (typeof argument === "object" && argument !== null) return redact(argument);
  return argument;
}

/**
 * JSON logger whose every line is redacted: merged objects, child bindings, messages and
 * interpolated values. Log ids, counts and names; never an input or a payload.
 */
export function createLogger({ service, level = "info", destination }: LoggerOptions): Logger {
  const logger = pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      // Leads from a line to its trace and back.
      mixin() {
        const traceId = currentTraceId();
        return traceId === undefined ? {} : { traceId };
      },
      formatters: {
        level: (label) => ({ level: label }),
        log: (record) => redact(record),
      },
      hooks: {
        logMethod(args, method) {
          const [first, ...rest] = args as [unknown, ...unknown[]];
          if (first instanceof Error) {
            const texts = rest.length > 0 ? rest.map(safeArgument) : [maskText(first.message)];
            Reflect.apply(method, this, [{ err: first }, ...texts]);
          } else if (typeof first === "string") {
            Reflect.apply(method, this, [maskText(first), ...rest.map(safeArgument)]);
          } else {
            Reflect.apply(method, this, [first, ...rest.map(safeArgument)]);
          }
        },
      },
      serializers: { err: (value: unknown) => value },
    },
    ...(destination ? [destination] : []),
  );
  // Pino formats the bindings of the root only; children inherit this method, so all are redacted.
  const child = logger.child;
  logger.child = function redactedChild(this: Logger, bindings, options) {
    return Reflect.apply(child, this, [redact(bindings), options]);
  } as typeof child;
  return logger;
}
