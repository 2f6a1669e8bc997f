import { z } from "zod";
import { appRouter } from "../root.router";
import type { Access } from "./init";

const procedure = z.custom<{
  _def: {
    type: "query" | "mutation" | "subscription";
    inputs: unknown[];
    meta?: { access?: Access };
  };
}>((value) => typeof value === "function" && "_def" in value);

export interface ListedProcedure {
  /** `service.procedure`, as in the URL. */
  path: string;
  type: "query" | "mutation" | "subscription";
  /** Undefined only where somebody forgot to say it; a test fails on that. */
  access: Access | undefined;
  input: z.ZodType | undefined;
}

/** Every procedure with what it declares about itself, for documents and for tests over all of them. */
export function listProcedures(): ListedProcedure[] {
  // At run time tRPC keeps them flat, by full path.
  const flat: Record<string, unknown> = { ...appRouter._def.procedures };
  return Object.entries(flat).map(([path, value]) => {
    const { type, inputs, meta } = procedure.parse(value)._def;
    const input = inputs.find((schema) => schema instanceof z.ZodType);
    return { path, type, access: meta?.access, input };
  });
}
