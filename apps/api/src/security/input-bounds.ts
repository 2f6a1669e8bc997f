import { z } from "zod";

interface JsonSchema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  maxLength?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  $ref?: string;
}

/** What a schema takes in, as JSON schema. */
export const inputSchemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;

/** Deeper input than this has no use here, and nesting is what parsers choke on. */
const DEEPEST = 6;
/** Formats whose texts have a length of their own. */
const MEASURED = new Set(["uuid", "date", "date-time", "time"]);
/** JSON schema's stand-in for "any integer". */
const ANY_INTEGER = Number.MAX_SAFE_INTEGER;

const has = (schema: JsonSchema, type: string) => [schema.type].flat().includes(type);

function scalarProblems(schema: JsonSchema, at: string): string[] {
  const problems: string[] = [];
  if (has(schema, "string")) {
    const measured = schema.format !== undefined && MEASURED.has(schema.format);
    if (schema.maxLength === undefined && !measured) problems.push(`${at}: text without an end`);
  }
  if (has(schema, "number") || has(schema, "integer")) {
    const low = schema.minimum ?? schema.exclusiveMinimum ?? -ANY_INTEGER;
    const high = schema.maximum ?? schema.exclusiveMaximum ?? ANY_INTEGER;
    if (low <= -ANY_INTEGER || high >= ANY_INTEGER) problems.push(`${at}: number without bounds`);
  }
  return problems;
}

function objectProblems(schema: JsonSchema, at: string, depth: number): string[] {
  const { properties = {}, additionalProperties: more } = schema;
  const problems = Object.entries(properties).flatMap(([name, inner]) =>
    unboundedParts(inner, `${at}.${name}`, depth + 1),
  );
  if (more !== false) problems.push(`${at}: takes keys that it does not name`);
  return problems;
}

/** Every place of an input schema that takes more than it should; none in a good one. */
export function unboundedParts(schema: JsonSchema, at: string, depth = 0): string[] {
  if (depth > DEEPEST) return [`${at}: nested too deeply`];
  if (schema.$ref) return [`${at}: refers to ${schema.$ref}, which may nest without an end`];
  const choices = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => list ?? []);
  if (choices.length > 0) return choices.flatMap((one) => unboundedParts(one, at, depth));
  if (schema.enum || schema.const !== undefined) return [];
  if (schema.type === undefined) return [`${at}: takes anything`];
  const problems = scalarProblems(schema, at);
  if (has(schema, "array")) {
    if (schema.maxItems === undefined && !schema.prefixItems) {
      problems.push(`${at}: list without an end`);
    }
    const items = [...(schema.prefixItems ?? []), ...(schema.items ? [schema.items] : [])];
    problems.push(...items.flatMap((item) => unboundedParts(item, `${at}[]`, depth + 1)));
  }
  if (has(schema, "object")) problems.push(...objectProblems(schema, at, depth));
  return problems;
}

export type { JsonSchema };
