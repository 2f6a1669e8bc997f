import { newVkn } from "@oto/services/testing";
import type { z } from "zod";
import type { JsonSchema } from "./input-bounds";

/** An id that no row has. */
export const NOBODYS = "0198b8a4-0000-7000-8000-00000000dead";

/** Values for fields whose rule a JSON schema cannot say. */
const BY_NAME: Record<string, unknown> = {
  phone: "+905321234567",
  newPhone: "+905321234568",
  whatsapp: "+905321234567",
  email: "kimse@test.example",
  password: "Uzun-bir-parola-9",
  district: "Kadıköy",
  provinceCode: 34,
  newPassword: "Uzun-bir-parola-8",
  code: "123456",
  taxNumber: newVkn(),
  iban: "TR330006100519786457841326",
  firstName: "Deniz",
  lastName: "Yılmaz",
  contentType: "image/jpeg",
  year: 2020,
  modelYear: 2020,
  until: 420,
  endpoint: "https://push.test.example/abc",
  p256dh: "B".repeat(87),
  auth: "A".repeat(22),
};

function sampleText(schema: JsonSchema): string {
  if (schema.format === "uuid") return NOBODYS;
  if (schema.format === "date") return "2026-01-05";
  if (schema.format === "date-time") return "2026-01-05T10:00:00Z";
  if (schema.format === "email") return "kimse@test.example";
  return "Deneme metni".slice(0, schema.maxLength ?? 12);
}

/** A small valid value of a schema: what is optional is left out. */
export function sampleOf(schema: JsonSchema, name = ""): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf)?.[0];
  if (choice) return sampleOf(choice, name);
  const kind = [schema.type].flat()[0];
  // `until` is a minute of the day here and a time there.
  if (name in BY_NAME && (typeof BY_NAME[name] === "string") === (kind === "string")) {
    return BY_NAME[name];
  }
  switch (kind) {
    case "string":
      return sampleText(schema);
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 0, 1);
    case "boolean":
      return true;
    case "array":
      return [sampleOf(schema.items ?? {}, name)];
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, sampleOf(schema.properties?.[key] ?? {}, key)]),
      );
    default:
      return null;
  }
}

/** A place inside an input, as keys from the outside in; `0` stands for a list's first item. */
export type Place = readonly string[];

export interface Leaf {
  place: Place;
  schema: JsonSchema;
}

/** Every value that an input may hold, with what it may be. */
export function leavesOf(schema: JsonSchema, place: Place = []): Leaf[] {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap((one) => leavesOf(one, place));
  if (schema.items) {
    return [{ place, schema }, ...leavesOf(schema.items, [...place, "0"])];
  }
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([key, inner]) =>
      leavesOf(inner, [...place, key]),
    );
  }
  return schema.type === "null" ? [] : [{ place, schema }];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The schema below one place. */
function below(schema: JsonSchema, key: string): JsonSchema {
  const choices = schema.anyOf ?? schema.oneOf ?? [schema];
  for (const one of choices) {
    const inner = key === "0" && one.items ? one.items : one.properties?.[key];
    if (inner) return inner;
  }
  return {};
}

/** A valid sample with one place set; objects on the way there are made complete. */
export function sampleWith(schema: JsonSchema, place: Place, value: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return value;
  const inner = sampleWith(below(schema, key), rest, value);
  const choices = schema.anyOf ?? schema.oneOf;
  const own = choices?.find((one) => one.items ?? one.properties?.[key]) ?? schema;
  if (key === "0" && own.items) return [inner];
  const base = sampleOf(own);
  return { ...(isObject(base) ? base : {}), [key]: inner };
}

/**
 * What makes a sample pass rules across fields ("one of the two"): at most one optional field, found
 * by trying.
 */
export function completionOf(input: z.ZodType, schema: JsonSchema): Record<string, unknown> {
  const sample = sampleOf(schema);
  if (!isObject(sample) || input.safeParse(sample).success) return {};
  const tries = Object.entries(schema.properties ?? {}).map(([key, inner]) => ({
    [key]: sampleOf(inner, key),
  }));
  return tries.find((extra) => input.safeParse({ ...sample, ...extra }).success) ?? {};
}
