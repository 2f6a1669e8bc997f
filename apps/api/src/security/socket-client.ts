import { once } from "node:events";
import WebSocket from "ws";

/** A raw client of the API's WebSocket, so that a test can send what no library would. */
export interface SocketClient {
  readonly socket: WebSocket;
  send(message: unknown): void;
  /** The first answer to a call; rejects when the connection closes before. */
  answer(id: number): Promise<SocketAnswer>;
  /** Code that the connection was closed with. */
  readonly closed: Promise<number>;
  close(): void;
}

export interface SocketAnswer {
  id: number;
  result?: { type?: string; data?: unknown };
  error?: { message: string; data?: { code?: string; reason?: string } };
}

/** Connects; `ticket` goes where browsers put it. Rejects when the upgrade is refused. */
export async function connectSocket(
  url: string,
  { ticket, headers = {} }: { ticket?: string; headers?: Record<string, string> } = {},
): Promise<SocketClient> {
  const query = ticket === undefined ? "" : "?connectionParams=1";
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/trpc${query}`, { headers });
  const answers: SocketAnswer[] = [];
  let wake: () => void = () => undefined;
  const closed = new Promise<number>((resolve) => {
    socket.once("close", (code) => {
      resolve(code);
      wake();
    });
  });
  socket.on("message", (data) => {
    const text = String(data);
    if (text.startsWith("{") || text.startsWith("[")) answers.push(...[JSON.parse(text)].flat());
    wake();
  });
  await once(socket, "open");
  if (ticket !== undefined) {
    socket.send(JSON.stringify({ method: "connectionParams", data: { ticket } }));
  }
  return {
    socket,
    closed,
    send: (message) => socket.send(JSON.stringify(message)),
    async answer(id) {
      for (;;) {
        const found = answers.find((answer) => answer.id === id);
        if (found) return found;
        if (socket.readyState !== WebSocket.OPEN) throw new Error("closed before an answer");
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    close: () => socket.terminate(),
  };
}
