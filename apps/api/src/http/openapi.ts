import { REASONS } from "@oto/domain";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";
import { appRouter } from "../root.router";
import type { ProcedureMeta } from "../trpc/init";

interface DocumentedProcedure {
  _def: { type: "query" | "mutation" | "subscription"; inputs: unknown[]; meta?: ProcedureMeta };
}

const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType;

function inputSchema(procedure: DocumentedProcedure): object {
  const schema = procedure._def.inputs.find(isSchema);
  return schema ? z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) : {};
}

function operation(name: string, procedure: DocumentedProcedure): object {
  const { type, meta } = procedure._def;
  const access = meta?.access;
  const permission = access && "permission" in access ? ` Needs \`${access.permission}\`.` : "";
  const schema = inputSchema(procedure);
  const description = `Access: ${access?.level ?? "unknown"}.${permission}`;
  const common = {
    operationId: name,
    tags: [name.split(".")[0]],
    description,
    security: access?.level === "public" ? [] : [{ bearer: [] }],
    responses: {
      200: { description: "`{ result: { data } }`" },
      default: {
        description: "`{ error: { message, data } }`",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
  if (type === "query") {
    const input = { name: "input", in: "query", content: { "application/json": { schema } } };
    return { get: { ...common, parameters: [input] } };
  }
  return { post: { ...common, requestBody: { content: { "application/json": { schema } } } } };
}

/** The OpenAPI document, generated from the routers themselves. Subscriptions are left out: they need the socket. */
export function openApiDocument(): object {
  const procedures = Object.entries(
    appRouter._def.procedures as Record<string, DocumentedProcedure>,
  );
  const paths = procedures
    .filter(([, procedure]) => procedure._def.type !== "subscription")
    .map(([name, procedure]) => [`/trpc/${name}`, operation(name, procedure)] as const);
  return {
    openapi: "3.1.0",
    info: { title: "Kontak API", version: "1" },
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: {
        Error: {
          type: "object",
          properties: {
            error: {
              type: "object",
              properties: {
                message: { type: "string" },
                data: {
                  type: "object",
                  properties: {
                    code: { type: "string" },
                    reason: { type: "string", enum: Object.keys(REASONS) },
                    fields: { type: "object" },
                    requestId: { type: "string" },
                  },
                },
              },
            },
          },
        },
      },
    },
  };
}

/** `GET /openapi.json`. */
export const openApiRoutes: FastifyPluginAsync = async (server) => {
  const document = openApiDocument();
  server.get("/openapi.json", async () => document);
};
