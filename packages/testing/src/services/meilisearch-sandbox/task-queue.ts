import { setTimeout as sleep } from "node:timers/promises";
import { ApiError, asApiError } from "./api-error";
import type { Faults } from "./faults";
import type { IndexStore } from "./index-store";
import type { Task, TaskWork } from "./task-log";
import { TaskLog } from "./task-log";

interface Waiting {
  readonly task: Task;
  readonly work: TaskWork;
}

const list = (value: string | null) => (value ? value.split(",").map((each) => each.trim()) : null);

/** Takes changes in, and carries them out one after the other, later. */
export class TaskQueue {
  readonly #log: TaskLog;
  readonly #store: IndexStore;
  readonly #faults: Faults;
  readonly #tasks: Task[] = [];
  #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(folder: string, store: IndexStore, faults: Faults) {
    this.#log = new TaskLog(folder);
    this.#store = store;
    this.#faults = faults;
    this.#replay();
  }

  #replay(): void {
    const works = new Map<number, Waiting>();
    for (const entry of this.#log.read()) {
      if (entry.kind === "enqueued") {
        this.#tasks[entry.task.uid] = entry.task;
        works.set(entry.task.uid, entry);
        continue;
      }
      const { task } = entry;
      this.#tasks[task.uid] = task;
      const work = works.get(task.uid)?.work;
      works.delete(task.uid);
      if (work && task.status === "succeeded") this.#store.apply(work, task.enqueuedAt);
    }
    // What was not finished is done again, from its beginning.
    this.#waiting = [...works.values()];
    this.#run();
  }

  /** @returns the summarized task of the 202 answer */
  enqueue(work: TaskWork) {
    const uid = this.#tasks.length;
    const task: Task = {
      uid,
      batchUid: null,
      indexUid: work.indexUid,
      status: "enqueued",
      type: work.type,
      canceledBy: null,
      details: {},
      error: null,
      duration: null,
      enqueuedAt: new Date().toISOString(),
      startedAt: null,
      finishedAt: null,
    };
    this.#log.append({ kind: "enqueued", task, work });
    this.#tasks.push(task);
    this.#waiting.push({ task, work });
    this.#run();
    const { indexUid, status, type, enqueuedAt } = task;
    return { taskUid: uid, indexUid, status, type, enqueuedAt };
  }

  #run(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    void this.#drain().finally(() => {
      this.#isRunning = false;
      if (this.#waiting.length > 0) this.#run();
    });
  }

  async #drain(): Promise<void> {
    for (;;) {
      await sleep(1);
      while (this.#faults.holdTasks) await sleep(10);
      const next = this.#waiting.shift();
      if (!next) return;
      this.#perform(next);
    }
  }

  #perform({ task, work }: Waiting): void {
    const started = performance.now();
    task.status = "processing";
    task.batchUid = task.uid;
    task.startedAt = new Date().toISOString();
    try {
      if (this.#faults.takeTaskFailure()) throw new ApiError("internal", "the disk is on fire");
      task.details = this.#store.apply(work, task.enqueuedAt);
      task.status = "succeeded";
    } catch (error) {
      task.error = asApiError(error).body;
      task.status = "failed";
    }
    task.finishedAt = new Date().toISOString();
    task.duration = `PT${((performance.now() - started) / 1_000).toFixed(6)}S`;
    this.#log.append({ kind: "finished", task });
  }

  /** @throws ApiError `task_not_found` */
  get(uid: string): Task {
    const task = /^\d+$/.test(uid) ? this.#tasks[Number(uid)] : undefined;
    if (!task) throw new ApiError("task_not_found", `Task \`${uid}\` not found.`);
    return task;
  }

  /** Newest first, filtered by the documented parameters. */
  list(query: URLSearchParams) {
    const limit = Number(query.get("limit") ?? 20);
    const from = query.has("from") ? Number(query.get("from")) : Number.POSITIVE_INFINITY;
    const wanted = {
      uid: list(query.get("uids")),
      status: list(query.get("statuses")),
      type: list(query.get("types")),
      indexUid: list(query.get("indexUids")),
    };
    const matching = this.#tasks
      .filter((task) =>
        Object.entries(wanted).every(
          ([key, values]) => !values || values.includes(String(task[key as keyof typeof wanted])),
        ),
      )
      .filter(({ uid }) => uid <= from)
      .reverse();
    return {
      results: matching.slice(0, limit),
      total: matching.length,
      limit,
      from: matching[0]?.uid ?? null,
      next: matching[limit]?.uid ?? null,
    };
  }

  /** Whether an index has work before it. */
  isBusy(indexUid: string): boolean {
    return this.#waiting.some(({ task }) => task.indexUid === indexUid);
  }
}
