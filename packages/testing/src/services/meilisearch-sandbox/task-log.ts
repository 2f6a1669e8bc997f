import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ErrorBody } from "./api-error";

export type TaskStatus = "enqueued" | "processing" | "succeeded" | "failed" | "canceled";

/** What a task is to do. */
export interface TaskWork {
  readonly type: string;
  readonly indexUid: string | null;
  readonly payload: Record<string, unknown>;
}

/** A task as `GET /tasks/<uid>` shows it. */
export interface Task {
  readonly uid: number;
  batchUid: number | null;
  readonly indexUid: string | null;
  status: TaskStatus;
  readonly type: string;
  canceledBy: number | null;
  details: Record<string, unknown>;
  error: ErrorBody | null;
  duration: string | null;
  readonly enqueuedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

type Entry =
  | { readonly kind: "enqueued"; readonly task: Task; readonly work: TaskWork }
  | { readonly kind: "finished"; readonly task: Task };

/**
 * Tasks in the order in which they came, appended to a file. What the file has got survives the
 * process; replaying it brings back the same indexes.
 */
export class TaskLog {
  readonly #file: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#file = join(folder, "tasks.jsonl");
  }

  append(entry: Entry): void {
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
  }

  /** Whole entries; the torn last line of a killed process is left out. */
  *read(): Generator<Entry> {
    if (!existsSync(this.#file)) return;
    // A buffer: the text of a large log is longer than a string may be.
    const bytes = readFileSync(this.#file);
    let from = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      yield JSON.parse(bytes.toString("utf8", from, end)) as Entry;
      from = end + 1;
    }
  }
}
