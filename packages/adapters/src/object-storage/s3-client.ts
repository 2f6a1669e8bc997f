import type { ClientRequest } from "node:http";
import http from "node:http";
import https from "node:https";
import { Client } from "minio";
import { ObjectNotFoundError, StorageUnavailableError } from "./object-storage.port";
import type { S3Settings } from "./s3-settings";

/** Without a byte for so long a request is given up, milliseconds. */
const SILENCE_MS = 10_000;

type Request = typeof http.request;

/** The client library waits for ever; this ends a request whose server has gone silent. */
function impatient(request: Request, silenceMs: number): { request: Request } {
  const start = (...args: Parameters<Request>): ClientRequest => {
    const started = request(...args);
    started.setTimeout(silenceMs, () =>
      started.destroy(new Error(`the object storage was silent for ${silenceMs} ms`)),
    );
    return started;
  };
  return { request: start as Request };
}

/** A client that speaks plain S3: path style, no vendor's extensions, no retries of its own. */
export function openS3Client(settings: S3Settings, silenceMs = SILENCE_MS): Client {
  const { protocol, hostname, port } = new URL(settings.endpoint);
  const useSSL = protocol === "https:";
  return new Client({
    endPoint: hostname,
    ...(port ? { port: Number(port) } : {}),
    useSSL,
    transport: impatient(useSSL ? https.request : http.request, silenceMs),
    transportAgent: new (useSSL ? https.Agent : http.Agent)({ keepAlive: true, maxSockets: 64 }),
    region: settings.region,
    accessKey: settings.accessKey,
    secretKey: settings.secretKey,
    pathStyle: true,
    retryOptions: { disableRetry: true },
  });
}

/** The server's own name for what went wrong: `NoSuchKey`; the system's for a lost connection. */
export function s3ErrorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}

const MISSING = new Set(["NoSuchKey", "NotFound"]);
const FULL = new Set(["XMinioStorageFull", "QuotaExceeded", "InsufficientStorage"]);
/** Answers that say that the request itself is at fault: trying again would not help. */
const REFUSALS = new Set([
  ...["AccessDenied", "SignatureDoesNotMatch", "InvalidAccessKeyId", "InvalidArgument"],
  ...["EntityTooLarge", "MethodNotAllowed", "NotImplemented", "RequestTimeTooSkewed"],
]);

/**
 * Runs one operation and says in the port's words what went wrong.
 *
 * @throws ObjectNotFoundError, StorageUnavailableError, or what the server refused
 */
export async function inPortsWords<T>(key: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = s3ErrorCode(error) ?? "";
    if (MISSING.has(code)) throw new ObjectNotFoundError(key);
    if (FULL.has(code)) throw new StorageUnavailableError("full", error);
    if (REFUSALS.has(code)) throw error;
    throw new StorageUnavailableError("away", error);
  }
}
