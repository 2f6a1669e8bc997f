import type { TRPCLink } from "@trpc/client";
import { httpBatchLink } from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";

/** Largest batch the API takes. */
const MAX_ITEMS = 20;

/**
 * Groups batches by service (the first part of a path), so that one service can be routed, scaled
 * or restarted alone.
 */
export function linkPerService<Router extends AnyTRPCRouter>(
  create: (service: string) => TRPCLink<Router>,
): TRPCLink<Router> {
  return (runtime) => {
    const links = new Map<string, ReturnType<TRPCLink<Router>>>();
    return (context) => {
      const service = context.op.path.split(".")[0] ?? "";
      let link = links.get(service);
      if (!link) {
        link = create(service)(runtime);
        links.set(service, link);
      }
      return link(context);
    };
  };
}

export interface ApiLinkOptions {
  /** Where procedures are called, e.g. `/api/trpc` of an app or `<api>/trpc`. */
  url: string;
  /** Headers of each request. */
  headers?: () => Promise<Record<string, string>> | Record<string, string>;
}

/** Batching HTTP links to the API, one batch a service. */
export function apiLinks<Router extends AnyTRPCRouter>({
  url,
  headers,
}: ApiLinkOptions): TRPCLink<Router>[] {
  const create = httpBatchLink<Router> as (options: object) => TRPCLink<Router>;
  const options = {
    url,
    maxItems: MAX_ITEMS,
    maxURLLength: 6_000,
    ...(headers ? { headers } : {}),
  };
  return [linkPerService<Router>(() => create(options))];
}
