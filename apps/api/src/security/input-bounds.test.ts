import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listProcedures } from "../trpc/procedure-list";
import { inputSchemaOf, unboundedParts } from "./input-bounds";

const problemsOf = (schema: z.ZodType) => unboundedParts(inputSchemaOf(schema), "input");

describe("bounds of what procedures take in", () => {
  it.each(listProcedures().flatMap(({ path, input }) => (input ? [{ path, input }] : [])))(
    "$path names every key and ends every text, list and number",
    ({ input }) => expect(problemsOf(input)).toEqual([]),
  );

  it.each([
    ["a text", z.strictObject({ a: z.string() })],
    ["a list", z.strictObject({ a: z.array(z.boolean()) })],
    ["a number", z.strictObject({ a: z.number() })],
    ["an integer", z.strictObject({ a: z.int() })],
    ["unnamed keys", z.object({ a: z.boolean() })],
    ["a record", z.record(z.string().max(3), z.boolean())],
    ["anything", z.strictObject({ a: z.unknown() })],
    ["a text deep inside", z.strictObject({ a: z.array(z.union([z.null(), z.string()])).max(3) })],
  ])("finds %s without bounds", (_what, schema) => {
    expect(problemsOf(schema)).toHaveLength(1);
  });
});
