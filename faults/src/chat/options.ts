import { parseArgs } from "node:util";

export interface ChatOptions {
  sockets: number;
  rooms: number;
  messages: number;
  /** Messages a second over all sockets, as far as the machine keeps up. */
  pace: number;
  /** Shares state through Redis, as a cluster does. */
  redis: boolean;
}

function count(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} is a number above zero`);
  return number;
}

/**
 * `--sockets 500 --rooms 100 --messages 20000 --pace 100 --redis`
 * @throws Error that says what is wrong
 */
export function readChatOptions(args: readonly string[]): ChatOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sockets: { type: "string", default: "500" },
      rooms: { type: "string", default: "100" },
      messages: { type: "string", default: "20000" },
      pace: { type: "string", default: "100" },
      redis: { type: "boolean", default: false },
    },
  });
  return {
    sockets: count("sockets", values.sockets),
    rooms: count("rooms", values.rooms),
    messages: count("messages", values.messages),
    pace: count("pace", values.pace),
    redis: values.redis,
  };
}
