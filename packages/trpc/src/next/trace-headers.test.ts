import { expect, it } from "vitest";
import { traceHeaders } from "./trace-headers";

const endpoint = "http://collector:4318";

it("begins a trace of its own for every call, recorded for the share that is asked for", () => {
  const first = traceHeaders({ endpoint, ratio: 0.5 }, 0.49).traceparent;
  const second = traceHeaders({ endpoint, ratio: 0.5 }, 0.5).traceparent;
  expect(first).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(second).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  expect(first?.slice(3, 35)).not.toBe(second?.slice(3, 35));
});

it("sends nothing without a collector", () => {
  expect(traceHeaders({ endpoint: undefined, ratio: 1 })).toEqual({});
});
