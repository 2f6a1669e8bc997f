import type { Locale } from "@oto/domain";
import { DomainError, errorText, fieldErrors, isDomainError, messageText } from "@oto/domain";
import { TRPCError } from "@trpc/server";
import type { TRPCErrorShape } from "@trpc/server/rpc";
import { ZodError } from "zod";
import type { ApiContext } from "./context";

/** Turns a refusal of the rules into tRPC's error; anything unknown stays a masked 500. */
export function toTrpcError(error: unknown): TRPCError | undefined {
  if (isDomainError(error)) {
    return new TRPCError({ code: error.definition.code, message: error.reason, cause: error });
  }
  return undefined;
}

/** The domain error behind a tRPC error, where the refusal was foreseen. */
export function refusalOf(error: TRPCError, locale: Locale): DomainError | undefined {
  if (isDomainError(error.cause)) return error.cause;
  if (error.cause instanceof ZodError) {
    return new DomainError("input.invalid", {}, { fields: fieldErrors(error.cause, locale) });
  }
  if (error.code === "NOT_FOUND") return new DomainError("notfound");
  if (error.code === "BAD_REQUEST" || error.code === "PARSE_ERROR") {
    return new DomainError("input.invalid");
  }
  return undefined;
}

/** Texts per field: what services give as a key of the catalogue becomes its text. */
function fieldTexts(refusal: DomainError | undefined, locale: Locale): Record<string, string[]> {
  const fields = Object.entries(refusal?.details?.fields ?? {});
  return Object.fromEntries(
    fields.map(([path, texts]) => [path, texts.map((text) => messageText(text, locale))]),
  );
}

/**
 * The wire shape of an error: `data.code`, `data.reason`, `data.fields`, `data.requestId`, and the
 * text in the caller's language. Unforeseen errors say nothing about themselves.
 */
export function shapeError(
  shape: TRPCErrorShape,
  error: TRPCError,
  ctx: ApiContext | undefined,
): TRPCErrorShape {
  const locale = ctx?.origin.locale ?? "tr";
  const refusal = refusalOf(error, locale);
  const reason = refusal?.reason ?? "system.unavailable";
  const { stack: _stack, ...data } = shape.data as Record<string, unknown> & { stack?: string };
  return {
    ...shape,
    message: errorText({ reason, params: refusal?.params ?? {} }, locale),
    data: {
      ...data,
      reason,
      params: refusal?.params ?? {},
      ...refusal?.details,
      fields: fieldTexts(refusal, locale),
      requestId: ctx?.origin.requestId ?? null,
    },
  };
}
