// The keys of Traefik v3 that deploy/traefik uses; any other is taken for a slip.
import { z } from "zod";

const seconds = z.string().regex(/^\d+(ms|s|m)$/);
const rate = z.strictObject({ average: z.int(), burst: z.int(), period: seconds });
const buffering = z.strictObject({
  maxRequestBodyBytes: z.int(),
  memRequestBodyBytes: z.int(),
});
const headers = z.strictObject({
  stsSeconds: z.int().min(31_536_000).optional(),
  stsIncludeSubdomains: z.boolean().optional(),
  forceSTSHeader: z.boolean().optional(),
  contentTypeNosniff: z.boolean().optional(),
  frameDeny: z.boolean().optional(),
  referrerPolicy: z.string().optional(),
  customRequestHeaders: z.record(z.string(), z.string()).optional(),
  customResponseHeaders: z.record(z.string(), z.string()).optional(),
});
export const middleware = z.union([
  z.strictObject({ headers }),
  z.strictObject({ rateLimit: rate }),
  z.strictObject({ buffering }),
  z.strictObject({ inFlightReq: z.strictObject({ amount: z.int() }) }),
  z.strictObject({ ipAllowList: z.strictObject({ sourceRange: z.array(z.string()).min(1) }) }),
  z.strictObject({
    compress: z.strictObject({
      minResponseBodyBytes: z.int(),
      excludedContentTypes: z.array(z.string()),
    }),
  }),
]);
export const router = z.strictObject({
  entryPoints: z.array(z.string()).min(1),
  rule: z.string(),
  priority: z.int().optional(),
  service: z.string(),
  middlewares: z.array(z.string()).optional(),
  tls: z.strictObject({ certResolver: z.string() }).optional(),
});
export const service = z.strictObject({
  loadBalancer: z.strictObject({
    servers: z.array(z.strictObject({ url: z.url() })).min(1),
    serversTransport: z.string(),
    passHostHeader: z.boolean().optional(),
    healthCheck: z
      .strictObject({ path: z.string().startsWith("/"), interval: seconds, timeout: seconds })
      .optional(),
  }),
});
/** A file of deploy/traefik/dynamic, rendered. */
export const dynamicFile = z.strictObject({
  http: z.strictObject({
    routers: z.record(z.string(), router).optional(),
    middlewares: z.record(z.string(), middleware).optional(),
    services: z.record(z.string(), service).optional(),
    serversTransports: z
      .record(
        z.string(),
        z.strictObject({
          forwardingTimeouts: z.strictObject({
            dialTimeout: seconds,
            responseHeaderTimeout: seconds,
          }),
        }),
      )
      .optional(),
  }),
  tls: z
    .strictObject({
      options: z.strictObject({
        default: z.strictObject({ minVersion: z.string(), sniStrict: z.boolean() }),
      }),
    })
    .optional(),
});
const entryPoint = z.strictObject({
  address: z.string().regex(/^:\d+$/),
  http: z.record(z.string(), z.unknown()).optional(),
  forwardedHeaders: z.strictObject({ trustedIPs: z.array(z.string()) }).optional(),
  transport: z
    .strictObject({
      lifeCycle: z.strictObject({ requestAcceptGraceTimeout: seconds, graceTimeOut: seconds }),
      respondingTimeouts: z.strictObject({ readTimeout: seconds, idleTimeout: seconds }),
    })
    .optional(),
});
/** deploy/traefik/traefik.yml. */
export const staticFile = z.strictObject({
  global: z.strictObject({
    checkNewVersion: z.literal(false),
    sendAnonymousUsage: z.literal(false),
  }),
  log: z.strictObject({ level: z.string(), format: z.literal("json") }),
  accessLog: z.record(z.string(), z.unknown()),
  entryPoints: z.record(z.string(), entryPoint),
  ping: z.strictObject({ entryPoint: z.string() }),
  metrics: z.strictObject({ prometheus: z.record(z.string(), z.unknown()) }),
  providers: z.strictObject({
    file: z.strictObject({ directory: z.string(), watch: z.boolean() }),
  }),
  certificatesResolvers: z.record(z.string(), z.unknown()),
});
