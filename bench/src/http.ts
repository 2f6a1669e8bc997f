import { Agent, request } from "node:http";

export interface Call {
  readonly method?: "GET" | "POST";
  readonly path: string;
  readonly body?: object;
}

/**
 * Calls a server over connections that stay open, as a load generator does.
 * @throws Error for an answer that is no success
 */
export class HttpCaller {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  readonly #origin: string;
  readonly #token: string | undefined;

  constructor(origin: string, token?: string) {
    this.#origin = origin;
    this.#token = token;
  }

  /** A query of the API. */
  query(procedure: string, input: object): Promise<unknown> {
    return this.call({
      path: `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`,
    });
  }

  /** A mutation of the API, its answer read. */
  async mutate<Data>(procedure: string, input: object): Promise<Data> {
    const text = await this.call({ method: "POST", path: `/trpc/${procedure}`, body: input });
    return (JSON.parse(text) as { result: { data: Data } }).result.data;
  }

  call({ body, method = "GET", path }: Call): Promise<string> {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
      ...(payload
        ? { "content-type": "application/json", "content-length": Buffer.byteLength(payload) }
        : {}),
    };
    return new Promise((resolve, reject) => {
      const options = { agent: this.#agent, method, headers };
      const sent = request(`${this.#origin}${path}`, options, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          const { statusCode = 0 } = response;
          if (statusCode < 300) resolve(text);
          else reject(new Error(`${statusCode} ${path.slice(0, 80)}: ${text.slice(0, 300)}`));
        });
      });
      sent.on("error", reject);
      sent.end(payload);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
