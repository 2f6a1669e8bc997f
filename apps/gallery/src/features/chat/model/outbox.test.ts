import { describe, expect, it, vi } from "vitest";
import type { OutboxSteps, Outgoing } from "./outbox";
import { Outbox } from "./outbox";

type Item = Outgoing<string>;

const written = (id: string, roomId = "r1") => ({
  clientMessageId: id,
  roomId,
  body: `text ${id}`,
  writtenAt: "2026-11-28T09:00:00Z",
});

/** A server that answers when told to. */
function server() {
  const received: string[] = [];
  const open = new Map<string, { accept: () => void; refuse: (why: Error) => void }>();
  const steps: OutboxSteps<string> = {
    send: ({ clientMessageId }: Item) => {
      received.push(clientMessageId);
      return new Promise((resolve, reject) => {
        open.set(clientMessageId, { accept: () => resolve(), refuse: reject });
      });
    },
    explain: (error) =>
      error instanceof Error && error.message === "cut"
        ? { kind: "cut" }
        : { kind: "refused", text: "blocked" },
    keep: vi.fn<(items: readonly Item[]) => void>(),
  };
  return {
    received,
    steps,
    accept: (id: string) => open.get(id)?.accept(),
    refuse: (id: string, why: string) => open.get(id)?.refuse(new Error(why)),
  };
}

const phases = (outbox: Outbox<string>) =>
  outbox.read().map(({ clientMessageId, phase }) => `${clientMessageId}:${phase}`);

describe("Outbox", () => {
  it("sends the messages of a room one after the other, rooms side by side", async () => {
    const { accept, received, steps } = server();
    const outbox = new Outbox(steps);
    outbox.add(written("a"));
    outbox.add(written("b"));
    outbox.add(written("x", "r2"));
    expect(received).toEqual(["a", "x"]);
    accept("a");
    await vi.waitFor(() => expect(received).toEqual(["a", "x", "b"]));
    accept("b");
    accept("x");
    await vi.waitFor(() => expect(outbox.read()).toEqual([]));
  });

  it("holds everything up while the connection is away and goes on in order", async () => {
    const { accept, received, refuse, steps } = server();
    const outbox = new Outbox(steps);
    outbox.add(written("a"));
    outbox.add(written("b"));
    refuse("a", "cut");
    await vi.waitFor(() => expect(phases(outbox)).toEqual(["a:waiting", "b:waiting"]));
    expect(received).toEqual(["a"]);
    outbox.resume();
    expect(received).toEqual(["a", "a"]);
    accept("a");
    await vi.waitFor(() => expect(received).toEqual(["a", "a", "b"]));
  });

  it("lets the others pass a refused one, which can be tried again or given up", async () => {
    const { accept, received, refuse, steps } = server();
    const outbox = new Outbox(steps);
    outbox.add(written("a"));
    outbox.add(written("b"));
    refuse("a", "no");
    await vi.waitFor(() => expect(received).toEqual(["a", "b"]));
    accept("b");
    await vi.waitFor(() => expect(phases(outbox)).toEqual(["a:failed"]));
    expect(outbox.read()[0]?.problem).toBe("blocked");
    outbox.retry("a");
    expect(received).toEqual(["a", "b", "a"]);
    refuse("a", "no");
    await vi.waitFor(() => expect(phases(outbox)).toEqual(["a:failed"]));
    outbox.discard("a");
    expect(outbox.read()).toEqual([]);
  });

  it("forgets what arrived by another way and keeps the rest for the next page", () => {
    const { steps } = server();
    const outbox = new Outbox(steps);
    outbox.add(written("a"));
    outbox.add(written("b"));
    outbox.arrived(new Set(["a"]));
    expect(phases(outbox)).toEqual(["b:sending"]);
    expect(steps.keep).toHaveBeenLastCalledWith(outbox.read());
  });

  it("goes on with what an earlier page left", () => {
    const { received, steps } = server();
    const left: Item[] = [{ ...written("a"), phase: "sending", problem: null }];
    const outbox = new Outbox(steps, left);
    expect(phases(outbox)).toEqual(["a:waiting"]);
    outbox.resume();
    expect(received).toEqual(["a"]);
  });
});
