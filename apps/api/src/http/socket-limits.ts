import type { RawData, WebSocket } from "ws";

/** What one connection may send. A busy screen sends a few messages when it opens, then none. */
export const SOCKET_LIMITS = {
  /** Bytes of one message. */
  payload: 64 * 1024,
  /** Messages that may come at once. */
  burst: 100,
  /** Messages a second after that. */
  perSecond: 20,
  /** Subscriptions open at the same time. */
  subscriptions: 20,
  /** Calls in one message. */
  batch: 20,
} as const;

const POLICY_VIOLATION = 1008;

interface Call {
  id?: unknown;
  method?: unknown;
}

/** The calls in a message; a text that is none is left to the protocol's own error. */
function callsOf(data: RawData): Call[] {
  try {
    const parsed: unknown = JSON.parse(String(data));
    return [parsed].flat().filter((call): call is Call => typeof call === "object" && !!call);
  } catch {
    return [];
  }
}

/** Closes a connection that sends more than any screen does. Attach it before the protocol's handler. */
export function limitSocket(client: WebSocket, now: () => number = () => performance.now()): void {
  const open = new Set<unknown>();
  let tokens: number = SOCKET_LIMITS.burst;
  let last = now();
  const refuse = (why: string) => client.close(POLICY_VIOLATION, why);

  client.on("message", (data: RawData) => {
    const at = now();
    const earned = ((at - last) / 1_000) * SOCKET_LIMITS.perSecond;
    tokens = Math.min(SOCKET_LIMITS.burst, tokens + earned) - 1;
    last = at;
    if (tokens < 0) return refuse("too many messages");
    const calls = callsOf(data);
    if (calls.length > SOCKET_LIMITS.batch) return refuse("too many calls in a message");
    for (const { id, method } of calls) {
      if (method === "subscription") open.add(id);
      if (method === "subscription.stop") open.delete(id);
    }
    if (open.size > SOCKET_LIMITS.subscriptions) refuse("too many subscriptions");
  });
}
