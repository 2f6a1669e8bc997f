import { TRPCClientError } from "@trpc/client";
import { z } from "zod";

const wireError = z.looseObject({
  code: z.string(),
  reason: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
  fields: z.record(z.string(), z.array(z.string())).default({}),
  requestId: z.string().nullish(),
});

/** What an error of the API says, beyond its localised text. */
export type WireError = z.infer<typeof wireError> & { message: string };

/** Reads a caught value as an API error; undefined when the API was never reached. */
export function errorData(error: unknown): WireError | undefined {
  if (!(error instanceof TRPCClientError)) return undefined;
  const parsed = wireError.safeParse(error.data);
  return parsed.success ? { ...parsed.data, message: error.message } : undefined;
}
