import type { JsonSchema } from "./input-bounds";
import type { Leaf } from "./sample-input";
import { leavesOf, sampleOf, sampleWith } from "./sample-input";

export interface BrokenInput {
  name: string;
  /** JSON text; not every attack survives `JSON.stringify`. */
  raw: string;
}

/** One more than the schema lets through. */
function oversized({ schema }: Leaf): unknown {
  if (schema.items) return Array.from({ length: (schema.maxItems ?? 0) + 1 }, () => null);
  if (schema.maxLength !== undefined && !schema.enum) return "x".repeat(schema.maxLength + 1);
  if (schema.maximum !== undefined) return schema.maximum + 1;
  return undefined;
}

const WRONG: Record<string, readonly unknown[]> = {
  string: [{ $ne: null }, ["a"], 7, true],
  integer: ["1", 1.5, { $gt: 0 }, [1]],
  number: ["1", { $gt: 0 }, [1]],
  boolean: ["true", 1, {}],
  array: [{ length: 1 }, "a,b", 7],
};

/** A union may take the other kind: `status` is one state or a list of them. */
function wrongTypes(schema: JsonSchema, leaf: Leaf): unknown[] {
  const kinds = new Set(
    leavesOf(schema)
      .filter(({ place }) => place.join() === leaf.place.join())
      .flatMap((each) => [each.schema.type].flat()),
  );
  const kind = [leaf.schema.type].flat()[0] ?? "string";
  return (WRONG[kind] ?? []).filter((value) => {
    const type = Array.isArray(value) ? "array" : typeof value;
    return !kinds.has(type) && !(type === "number" && kinds.has("integer"));
  });
}

function brokenLeaves(schema: JsonSchema): BrokenInput[] {
  return leavesOf(schema).flatMap((leaf) => {
    const at = leaf.place.join(".");
    const broken = (what: string, value: unknown): BrokenInput => ({
      name: `${what} at ${at}`,
      raw: JSON.stringify(sampleWith(schema, leaf.place, value)),
    });
    const long = oversized(leaf);
    return [
      ...(long === undefined ? [] : [broken("oversized", long)]),
      ...wrongTypes(schema, leaf).map((value) => broken(`type ${JSON.stringify(value)}`, value)),
    ];
  });
}

const MASS_ASSIGNED = {
  galleryId: "0198b8a4-0000-7000-8000-00000000dead",
  role: "SUPERADMIN",
  platformRole: "SUPERADMIN",
  status: "APPROVED",
  price: { amount: 1, currency: "TRY" },
  priceAmount: 1,
  userId: "0198b8a4-0000-7000-8000-00000000dead",
  isAdmin: true,
};

/** Inputs that a schema must refuse: unnamed keys, wrong types, too much, and what no parser wants. */
export function brokenInputs(schema: JsonSchema): BrokenInput[] {
  const sample = sampleOf(schema) as Record<string, unknown>;
  const properties = schema.properties ?? {};
  const inner = JSON.stringify(sample).slice(1, -1);
  const join = (text: string) => `{${[text, inner].filter(Boolean).join(",")}}`;
  const assigned = Object.entries(MASS_ASSIGNED)
    .filter(([key]) => !(key in properties))
    .map(([key, value]) => ({
      name: `unnamed key ${key}`,
      raw: JSON.stringify({ ...sample, [key]: value }),
    }));
  return [
    ...assigned,
    { name: "__proto__", raw: join('"__proto__":{"polluted":true}') },
    { name: "constructor", raw: join('"constructor":{"prototype":{"polluted":true}}') },
    { name: "a list for an object", raw: JSON.stringify([sample]) },
    { name: "a text for an object", raw: JSON.stringify("x") },
    { name: "deep nesting", raw: join(`"deep":${"[".repeat(2_000)}${"]".repeat(2_000)}`) },
    { name: "no JSON", raw: `${JSON.stringify(sample)}}` },
    ...brokenLeaves(schema),
  ];
}
