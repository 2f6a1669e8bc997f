import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo, Server, Socket } from "node:net";

/**
 * What goes wrong with a request. `before` and `after` say whether the request had its effect: a
 * client that gets no answer cannot tell the two apart.
 */
export type Fault =
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "http"; readonly status: number }
  | { readonly kind: "garbage" }
  | { readonly kind: "hang"; readonly effect: "before" | "after" }
  | { readonly kind: "cut"; readonly effect: "before" | "after" };

/** A server that speaks a provider's shape and fails as it is told to. */
export interface FaultySandbox {
  readonly url: string;
  /** Fails the next requests, one fault each. */
  failNext(...faults: readonly Fault[]): void;
  /** Fails every request from now on; null: none any more. */
  failAlways(fault: Fault | null): void;
  /** Nobody answers at the address, as when the provider is down. */
  down(): Promise<void>;
  /** At the same address again. */
  up(): Promise<void>;
  close(): Promise<void>;
}

/** The faults that are to happen, in order. */
export class FaultPlan {
  readonly #next: Fault[] = [];
  #always: Fault | null = null;

  failNext(...faults: readonly Fault[]): void {
    this.#next.push(...faults);
  }

  failAlways(fault: Fault | null): void {
    this.#always = fault;
  }

  take(): Fault | null {
    return this.#next.shift() ?? this.#always;
  }
}

/** A listening server whose address survives being down. */
export class ReopeningServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #port: number;

  /** At a port of its own choice unless one is given. */
  constructor(server: Server, port = 0) {
    this.#server = server;
    this.#port = port;
    server.on("connection", (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on("error", () => undefined);
      socket.once("close", () => this.#sockets.delete(socket));
    });
  }

  get port(): number {
    return this.#port;
  }

  async up(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(this.#port, "127.0.0.1", () => resolve());
    });
    const { port }: Pick<AddressInfo, "port"> = this.#server.address() as AddressInfo;
    this.#port = port;
  }

  async down(): Promise<void> {
    if (!this.#server.listening) return;
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      for (const socket of this.#sockets) socket.destroy();
    });
  }
}

const MAX_BODY = 1_000_000;

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Error("too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export interface HttpExchange {
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

export interface HttpReply {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpShape {
  /** Where it listens; a free port unless given. */
  port?: number | undefined;
  /** What the provider does with a request when nothing goes wrong. */
  handle(exchange: HttpExchange): HttpReply;
  /** The answer with a code of the provider's own. */
  replyWith(code: string): HttpReply;
}

function send(response: ServerResponse, { body, headers, status }: HttpReply): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}

/** A provider over HTTP. */
export async function startFaultyHttp(shape: HttpShape): Promise<FaultySandbox> {
  const plan = new FaultPlan();
  const server = createServer(async (request, response) => {
    try {
      const body = await readBody(request);
      const { headers, method = "", url = "" } = request;
      const exchange = { path: url, method, headers, body };
      const fault = plan.take();
      if (!fault) return send(response, shape.handle(exchange));
      if (fault.kind === "code") return send(response, shape.replyWith(fault.code));
      if (fault.kind === "http") return send(response, { status: fault.status, body: "<html>" });
      if (fault.kind === "garbage") return send(response, { status: 200, body: "<b>OK</b>" });
      if (fault.effect === "after") shape.handle(exchange);
      if (fault.kind === "cut") request.socket.destroy();
      return undefined;
    } catch {
      return response.destroy();
    }
  });
  const listening = new ReopeningServer(server, shape.port);
  await listening.up();
  return {
    url: `http://127.0.0.1:${listening.port}`,
    failNext: (...faults) => plan.failNext(...faults),
    failAlways: (fault) => plan.failAlways(fault),
    down: () => listening.down(),
    up: () => listening.up(),
    close: () => listening.down(),
  };
}
