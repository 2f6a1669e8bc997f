import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { consumers, schedules } from "./consumers";
import { eventDefinitions, eventNames, findEvent, parseEvent } from "./registry";

const golden = join(import.meta.dirname, "golden");
const fileOf = (name: string, version: number) => join(golden, `${name}.v${version}.json`);

interface GoldenEvent {
  name: string;
  version: number;
  aggregate: string;
  schema: unknown;
}

const shapeOf = (definition: (typeof eventDefinitions)[number]): GoldenEvent => ({
  name: definition.name,
  version: definition.version,
  aggregate: definition.aggregate,
  schema: z.toJSONSchema(definition.payload),
});

describe("event registry", () => {
  it.each(eventDefinitions.map((d) => [`${d.name} v${d.version}`, d] as const))(
    "%s still has the shape it was published with",
    (_title, definition) => {
      const file = fileOf(definition.name, definition.version);
      const known = readdirSync(golden).includes(`${definition.name}.v${definition.version}.json`);
      // A new version writes its file once; from then on the file decides.
      if (!known) writeFileSync(file, `${JSON.stringify(shapeOf(definition), null, 2)}\n`);
      expect(known, `${file} is new: commit it`).toBe(true);
      expect(shapeOf(definition)).toEqual(JSON.parse(readFileSync(file, "utf8")));
    },
  );

  it("carries no personal data: whoever listens reads it where it is guarded", () => {
    const personal =
      /phone|email$|mail$|(^|[a-z])name$|firstName|lastName|password|token$|secret|code$|tax|tckn|vkn|iban|plate|vin$|address|text|message/i;
    const namesOf = (schema: unknown): string[] => {
      if (typeof schema !== "object" || schema === null) return [];
      const own = "properties" in schema ? Object.keys(schema.properties ?? {}) : [];
      return [...own, ...Object.values(schema).flatMap(namesOf)];
    };
    const told = eventDefinitions.flatMap((definition) =>
      namesOf(z.toJSONSchema(definition.payload)).map((name) => `${definition.name}: ${name}`),
    );
    expect(told.length).toBeGreaterThan(50);
    expect(told.filter((line) => personal.test(line.split(": ")[1] ?? ""))).toEqual([]);
    expect(personal.test("buyerPhone") && personal.test("galleryName")).toBe(true);
  });

  it("keeps every version that was ever published", () => {
    const current = eventDefinitions.map((d) => `${d.name}.v${d.version}.json`);
    expect(readdirSync(golden).sort()).toEqual([...current].sort());
  });

  it("names events <aggregate>.<past tense>", () => {
    for (const definition of eventDefinitions) {
      expect(definition.name).toMatch(
        new RegExp(`^${definition.aggregate}\\.[a-z_]+$|^media\\.arranged$`),
      );
    }
    expect(new Set(eventNames).size).toBe(eventNames.length);
  });

  it("refuses unknown names, versions and fields", () => {
    const id = "0198b8a4-0000-7000-8000-000000000001";
    expect(parseEvent("gallery.approved", 1, { galleryId: id })).toMatchObject({
      name: "gallery.approved",
      payload: { galleryId: id },
    });
    expect(() => parseEvent("gallery.vanished", 1, {})).toThrow(/unknown event/);
    expect(() => parseEvent("gallery.approved", 9, { galleryId: id })).toThrow(/unknown version/);
    expect(() => parseEvent("gallery.approved", 1, { galleryId: id, phone: "x" })).toThrow();
    expect(findEvent("__proto__")).toBeUndefined();
  });
});

describe("consumers", () => {
  it("listen to events that exist, each once, with back-off for every retry", () => {
    for (const [id, contract] of Object.entries(consumers)) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(new Set(contract.on).size).toBe(contract.on.length);
      for (const name of contract.on) expect(eventNames).toContain(name);
      expect(contract.retry.attempts).toBeGreaterThan(1);
      expect(contract.retry.backoffMs.length).toBeGreaterThan(0);
    }
  });

  it("leave no event unheard", () => {
    const heard = new Set<string>(Object.values(consumers).flatMap((contract) => [...contract.on]));
    expect(eventNames.filter((name) => !heard.has(name))).toEqual([]);
  });

  it("give schedules a time limit and a group that consumers share", () => {
    const groups = new Set<string>(Object.values(consumers).map(({ group }) => group));
    for (const schedule of Object.values(schedules)) {
      expect(schedule.timeoutMs).toBeGreaterThan(0);
      expect(groups).toContain(schedule.group);
    }
  });
});
