import type { Operation, TRPCLink } from "@trpc/client";
import { httpBatchLink, splitLink } from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";

/** Largest batch the API takes. */
const MAX_ITEMS = 20;
/** Servers and proxies on the way read addresses of about 8 kB. */
const MAX_URL_LENGTH = 6_000;

/** Whether the input of a query has no place in an address. */
function isTooLongForUrl({ input, type }: Operation): boolean {
  if (type !== "query" || input === undefined) return false;
  return encodeURIComponent(JSON.stringify(input)).length > MAX_URL_LENGTH / 2;
}

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

/** Batching HTTP links to the API, one batch a service; a query that is too long for an address is posted. */
export function apiLinks<Router extends AnyTRPCRouter>({
  url,
  headers,
}: ApiLinkOptions): TRPCLink<Router>[] {
  const create = httpBatchLink<Router> as (options: object) => TRPCLink<Router>;
  const options = { url, maxItems: MAX_ITEMS, ...(headers ? { headers } : {}) };
  return [
    linkPerService<Router>(() =>
      splitLink({
        condition: isTooLongForUrl,
        true: create({ ...options, methodOverride: "POST" }),
        false: create({ ...options, maxURLLength: MAX_URL_LENGTH }),
      }),
    ),
  ];
}
