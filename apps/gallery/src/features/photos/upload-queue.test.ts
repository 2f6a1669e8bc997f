import { describe, expect, it, vi } from "vitest";
import type { UploadSteps } from "./upload-queue";
import { UploadQueue } from "./upload-queue";

interface Sent {
  name: string;
  signal: AbortSignal;
  arrive: () => void;
  fail: () => void;
  progress: (percent: number) => void;
}

function setUp() {
  const sent: Sent[] = [];
  const completed: string[] = [];
  const discarded: string[] = [];
  const steps: UploadSteps = {
    reserve: async (file) => ({
      mediaId: `media-${file.name}`,
      upload: { url: `https://store.test/${file.name}`, headers: {} },
    }),
    send: (file, _target, { signal, onProgress }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Error("aborted")));
        sent.push({
          name: file.name,
          signal,
          arrive: resolve,
          fail: () => reject(new Error("lost")),
          progress: onProgress,
        });
      }),
    complete: async (mediaId) => {
      completed.push(mediaId);
    },
    discard: (mediaId) => {
      discarded.push(mediaId);
    },
    explain: (error) => (error instanceof Error ? error.message : "?"),
  };
  const queue = new UploadQueue(steps);
  const add = (...names: string[]) =>
    queue.add(names.map((name) => ({ file: new File(["x"], name), problem: null })));
  const phases = () => queue.read().map((item) => item.phase);
  const started = (...names: string[]) =>
    vi.waitFor(() => expect(sent.map(({ name }) => name)).toEqual(names));
  return { queue, sent, completed, discarded, add, phases, started };
}

describe("UploadQueue", () => {
  it("sends three at a time and goes on when one has arrived", async () => {
    const { sent, completed, add, phases, started } = setUp();
    add("1", "2", "3", "4", "5");
    await started("1", "2", "3");
    expect(phases()).toEqual(["uploading", "uploading", "uploading", "waiting", "waiting"]);
    sent[1]?.arrive();
    await started("1", "2", "3", "4");
    expect(completed).toEqual(["media-2"]);
    expect(phases()).toEqual(["uploading", "done", "uploading", "uploading", "waiting"]);
  });

  it("tells progress to listeners with a new list every time", async () => {
    const { queue, sent, add, started } = setUp();
    const heard = vi.fn();
    add("1");
    await started("1");
    queue.subscribe(heard);
    const before = queue.read();
    sent[0]?.progress(40);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(queue.read()).not.toBe(before);
    expect(queue.read()[0]?.progress).toBe(40);
  });

  it("keeps a failed one with its cause and sends it again when asked", async () => {
    const { queue, sent, discarded, add, phases, started } = setUp();
    add("1");
    await started("1");
    sent[0]?.fail();
    await vi.waitFor(() => expect(phases()).toEqual(["failed"]));
    expect(queue.read()[0]?.problem).toBe("lost");
    expect(discarded).toEqual(["media-1"]);
    queue.retry(queue.read()[0]?.id ?? "");
    await started("1", "1");
    sent[1]?.arrive();
    await vi.waitFor(() => expect(phases()).toEqual(["done"]));
  });

  it("stops a cancelled one, cleans up after it and fills its place", async () => {
    const { queue, sent, discarded, add, started } = setUp();
    add("1", "2", "3", "4");
    await started("1", "2", "3");
    queue.remove(queue.read()[0]?.id ?? "");
    expect(sent[0]?.signal.aborted).toBe(true);
    await started("1", "2", "3", "4");
    expect(discarded).toEqual(["media-1"]);
    expect(queue.read()).toHaveLength(3);
  });

  it("refuses a file with a problem without sending it", () => {
    const { queue, sent } = setUp();
    queue.add([{ file: new File(["x"], "a.pdf"), problem: "not a photo" }]);
    expect(sent).toEqual([]);
    expect(queue.read()[0]).toMatchObject({ phase: "failed", problem: "not a photo" });
  });
});
