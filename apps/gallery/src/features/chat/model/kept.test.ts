import { beforeEach, describe, expect, it, vi } from "vitest";
import { keepDraft, keepOutbox, readDraft, readOutbox } from "./kept";

const store = new Map<string, string>();

beforeEach(() => {
  store.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
    removeItem: (key: string) => store.delete(key),
  });
});

const isItem = (value: unknown): value is { clientMessageId: string; roomId: string } =>
  typeof value === "object" && value !== null && "clientMessageId" in value && "roomId" in value;

describe("drafts", () => {
  it("are kept by room and by person, and let go when empty", () => {
    keepDraft("u1", "r1", "Merhaba");
    keepDraft("u1", "r2", "Plaka?");
    expect(readDraft("u1", "r1")).toBe("Merhaba");
    expect(readDraft("u2", "r1")).toBe("");
    keepDraft("u1", "r1", "  ");
    keepDraft("u1", "r2", "");
    expect(store.size).toBe(0);
  });

  it("survive what they cannot read or write", () => {
    store.set("kontak.chat.drafts.1.u1", "{broken");
    expect(readDraft("u1", "r1")).toBe("");
    vi.stubGlobal("localStorage", {
      getItem: () => null,
      setItem: () => {
        throw new Error("full");
      },
    });
    expect(() => keepDraft("u1", "r1", "Merhaba")).not.toThrow();
  });
});

describe("outbox", () => {
  it("brings back what it knows and lets the rest go", () => {
    keepOutbox("u1", [{ clientMessageId: "a", roomId: "r1" }, "nonsense"]);
    expect(readOutbox("u1", isItem)).toEqual([{ clientMessageId: "a", roomId: "r1" }]);
    keepOutbox("u1", []);
    expect(readOutbox("u1", isItem)).toEqual([]);
  });
});
