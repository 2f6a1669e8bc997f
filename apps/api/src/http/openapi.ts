import { REASONS } from "@oto/domain";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";
import type { ListedProcedure } from "../trpc/procedure-list";
import { listProcedures } from "../trpc/procedure-list";

function operation({ path, type, access, input }: ListedProcedure): object {
  const schema = input ? z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) : {};
  const permission = access && "permission" in access ? ` Needs \`${access.permission}\`.` : "";
  const description = `Access: ${access?.level ?? "unknown"}.${permission}`;
  const common = {
    operationId: path,
    tags: [path.split(".")[0]],
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
    const parameter = { name: "input", in: "query", content: { "application/json": { schema } } };
    return { get: { ...common, parameters: [parameter] } };
  }
  return { post: { ...common, requestBody: { content: { "application/json": { schema } } } } };
}

/** The OpenAPI document, generated from the routers themselves. Subscriptions are left out: they need the socket. */
export function openApiDocument(): object {
  const paths = listProcedures()
    .filter(({ type }) => type !== "subscription")
    .map((procedure) => [`/trpc/${procedure.path}`, operation(procedure)] as const);
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
