import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { ApiError, asApiError } from "./api-error";
import { ApiKeys } from "./api-keys";
import type { FaultPlan } from "./faults";
import { Faults } from "./faults";
import { IndexStore } from "./index-store";
import type { Answer, Sandbox } from "./route";
import { routes } from "./routes";
import { TaskQueue } from "./task-queue";

const LARGEST_BODY = 100 * 1024 * 1024;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > LARGEST_BODY) throw new ApiError("payload_too_large", "The payload is too large.");
    chunks.push(chunk as Buffer);
  }
  if (size === 0) return undefined;
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("application/json")) {
    throw new ApiError(
      "invalid_content_type",
      `The Content-Type \`${type}\` is invalid. Accepted values for the Content-Type header are: \`application/json\``,
    );
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch (error) {
    throw new ApiError("malformed_payload", `The \`json\` payload provided is malformed. ${error}`);
  }
}

async function answer(sandbox: Sandbox, request: IncomingMessage): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === "/health") return { status: 200, body: { status: "available" } };
  const body = await bodyOf(request);
  for (const { place, action, handle } of routes) {
    const found = place.exec(`${request.method} ${pathname}`);
    if (!found) continue;
    const parameters = found.slice(1).map(decodeURIComponent);
    const indexUid = pathname.startsWith("/indexes/") ? parameters[0] : undefined;
    sandbox.keys.check(request.headers.authorization, action, indexUid);
    return handle(sandbox, { parameters, query: searchParams, body });
  }
  throw new ApiError("not_found", "not found");
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(body === undefined ? "" : JSON.stringify(body));
}

/** A server that speaks Meilisearch's documented protocol, and `POST /sandbox/faults`. */
export function createSandbox(folder: string, masterKey: string | undefined): Server {
  const faults = new Faults();
  const store = new IndexStore();
  const tasks = new TaskQueue(folder, store, faults);
  const sandbox: Sandbox = { store, tasks, keys: new ApiKeys(folder, masterKey) };
  return createServer(async (request, response) => {
    try {
      if (request.url === "/sandbox/faults") {
        faults.plan((await bodyOf(request)) as FaultPlan);
        return send(response, { status: 204 });
      }
      if (faults.isDown) return void request.socket.destroy();
      if (faults.delayMs > 0) await sleep(faults.delayMs);
      return send(response, await answer(sandbox, request));
    } catch (error) {
      const { status, body } = asApiError(error);
      return send(response, { status, body });
    }
  });
}
