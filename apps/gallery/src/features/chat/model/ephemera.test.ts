import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Ephemera } from "./ephemera";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const names = (store: Ephemera) => store.typistsIn("r1").map(({ name }) => name);

describe("Ephemera", () => {
  it("forgets who writes after a while, unless it is said again", () => {
    const store = new Ephemera();
    store.noteTyping("r1", { userId: "a", name: "Ayşe" });
    vi.advanceTimersByTime(4_000);
    store.noteTyping("r1", { userId: "a", name: "Ayşe" });
    store.noteTyping("r1", { userId: "b", name: "Burak" });
    vi.advanceTimersByTime(4_000);
    expect(names(store)).toEqual(["Ayşe", "Burak"]);
    vi.advanceTimersByTime(3_000);
    expect(names(store)).toEqual([]);
  });

  it("forgets a writer whose message is there, and tells who listens", () => {
    const store = new Ephemera();
    const heard = vi.fn<() => void>();
    const leave = store.subscribe(heard);
    store.noteTyping("r1", { userId: "a", name: "Ayşe" });
    store.forgetTyping("r1", "a");
    store.forgetTyping("r1", "a");
    expect(names(store)).toEqual([]);
    expect(heard).toHaveBeenCalledTimes(2);
    leave();
    store.notePresence("g1", true);
    expect(heard).toHaveBeenCalledTimes(2);
    expect(store.isOnline("g1")).toBe(true);
    expect(store.isOnline("g2")).toBeUndefined();
  });
});
