import { ApiError } from "./api-error";
import type { ApiKeys } from "./api-keys";
import type { IndexStore } from "./index-store";
import type { TaskQueue } from "./task-queue";

export interface Sandbox {
  readonly store: IndexStore;
  readonly tasks: TaskQueue;
  readonly keys: ApiKeys;
}

export interface RouteRequest {
  readonly parameters: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  /** Method, space, path; its groups are the parameters. */
  readonly place: RegExp;
  /** What a key must be allowed to do. */
  readonly action: string;
  readonly handle: (sandbox: Sandbox, request: RouteRequest) => Answer;
}

/** The uid of an index in a path. */
export const INDEX = "([^/]+)";
/** A route by method and path, `GET /indexes/([^/]+)`. */
export const route = (place: string, action: string, handle: Route["handle"]): Route => ({
  place: new RegExp(`^${place}/?$`),
  action,
  handle,
});
export const ok = (body: unknown): Answer => ({ status: 200, body });
export const accepted = (body: unknown): Answer => ({ status: 202, body });

/** @throws ApiError when the body is no object */
export function objectOf(body: unknown): Record<string, unknown> {
  if (typeof body === "object" && body !== null && !Array.isArray(body)) {
    return body as Record<string, unknown>;
  }
  throw new ApiError("bad_request", "Invalid value type: expected an object.");
}

export function page(results: readonly unknown[], offset: number, limit: number): Answer {
  return ok({
    results: results.slice(offset, offset + limit),
    offset,
    limit,
    total: results.length,
  });
}
