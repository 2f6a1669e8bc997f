import { describe, expect, it } from "vitest";
import type { SharedMemory } from "./recent-writes";
import { RecentWrites } from "./recent-writes";

/** A primary whose log grows by one with every write, and a memory that can go away and forget. */
function surroundings() {
  const state = { lsn: 16, asked: 0, away: false, values: new Map<string, unknown>() };
  const memory: SharedMemory = {
    get: async <Value>(key: string) =>
      (state.away ? undefined : state.values.get(key)) as Value | undefined,
    set: async (key, value) => {
      if (!state.away) state.values.set(key, value);
    },
  };
  const open = () => {
    const writes = new RecentWrites({
      ttlMs: 5_000,
      async primaryLsn() {
        state.asked += 1;
        return `0/${state.lsn.toString(16)}`;
      },
    });
    writes.shareThrough(memory);
    return writes;
  };
  return { state, memory, open };
}

describe("what a replica must have replayed to serve a caller", () => {
  it("is nothing for callers nobody knows", async () => {
    const { open } = surroundings();
    expect(await open().required([])).toBeUndefined();
  });

  it("is what the caller wrote, also in another process", async () => {
    const { open, state } = surroundings();
    const [one, other] = [open(), open()];
    await one.required(["warm-up"]);
    state.lsn = 32;
    await one.remember(["user:a", "gallery:g"]);
    state.lsn = 48;
    const asked = state.asked;
    expect(await other.required(["gallery:g"])).toBe("0/20");
    expect(await other.required(["gallery:else"])).toBe("0/10");
    expect(state.asked).toBe(asked);
  });

  it("never goes back when two writes are noted in the wrong order", async () => {
    const { open, state } = surroundings();
    const writes = open();
    await writes.required(["warm-up"]);
    state.lsn = 64;
    await writes.remember(["user:a"]);
    state.lsn = 48;
    await writes.remember(["user:a"]);
    expect(await writes.required(["user:a"])).toBe("0/40");
  });

  it("is everything until now once the memory forgot", async () => {
    const { open, state } = surroundings();
    const [one, other] = [open(), open()];
    await one.remember(["user:a"]);
    state.values.clear();
    state.lsn = 80;
    expect(await other.required(["user:b"])).toBe("0/50");
    expect(await one.required(["user:a"])).toBe("0/50");
  });

  it("is the primary's place while the memory is away, or when there is none", async () => {
    const { open, state } = surroundings();
    const writes = open();
    state.away = true;
    state.lsn = 96;
    expect(await writes.required(["user:a"])).toBe("0/60");
    const alone = new RecentWrites({ ttlMs: 1_000, primaryLsn: async () => "0/70" });
    expect(await alone.required(["user:a"])).toBe("0/70");
  });

  it("is told to the others as soon as the memory is back", async () => {
    const { open, state, memory } = surroundings();
    const writes = open();
    await writes.required(["warm-up"]);
    state.away = true;
    state.lsn = 112;
    await writes.remember(["user:a"]);
    expect(await writes.required(["user:a"])).toBe("0/70");
    state.away = false;
    await expect.poll(() => memory.get("replica:wrote:user:a")).toBe("0/70");
  });
});
