import { z } from "zod";

/** What an event is about; order is kept per aggregate. */
export type AggregateType =
  | "account"
  | "otp"
  | "gallery"
  | "vehicle"
  | "media"
  | "offer"
  | "reservation"
  | "deal"
  | "chat"
  | "support";

/** One version of one event: its name, and a strict schema of ids, integers and ISO strings. */
export interface EventDefinition<
  Name extends string = string,
  Payload extends z.ZodObject = z.ZodObject,
> {
  readonly name: Name;
  readonly version: number;
  readonly aggregate: AggregateType;
  readonly payload: Payload;
}

/**
 * Declares an event. Names are `<aggregate>.<past tense>`; a published version never changes, a
 * changed payload is a new version.
 */
export function defineEvent<
  const Name extends string,
  const Shape extends z.ZodRawShape,
>(definition: {
  name: Name;
  version: number;
  aggregate: AggregateType;
  payload: Shape;
}): EventDefinition<Name, z.ZodObject<Shape, z.core.$strict>> {
  return { ...definition, payload: z.strictObject(definition.payload) };
}

/** Field schemas that payloads are made of. */
export const fields = {
  id: z.uuid(),
  version: z.int().positive(),
  amount: z.int().positive(),
  currency: z.enum(["TRY", "EUR", "USD"]),
  instant: z.iso.datetime(),
  round: z.int().positive(),
  side: z.enum(["BUYER", "SELLER"]),
  /** Percent. */
  share: z.int().min(1).max(99),
  reason: z.string().min(1).max(500),
} as const;
