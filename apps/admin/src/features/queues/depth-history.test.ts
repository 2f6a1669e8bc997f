import { describe, expect, it } from "vitest";
import { addDepths, HISTORY } from "./depth-history";

describe("addDepths", () => {
  it("keeps the latest readings of every queue, in order", () => {
    let history = addDepths({}, { media: 0 });
    for (let depth = 1; depth <= HISTORY; depth += 1)
      history = addDepths(history, { media: depth });
    expect(history.media).toHaveLength(HISTORY);
    expect(history.media?.[0]).toBe(1);
    expect(history.media?.at(-1)).toBe(HISTORY);
  });

  it("takes up a queue that comes later and drops one that is gone", () => {
    const history = addDepths(addDepths({}, { old: 3 }), { young: 1 });
    expect(history).toEqual({ young: [1] });
  });
});
