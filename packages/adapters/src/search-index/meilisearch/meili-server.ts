import type { EnqueuedTask, Task } from "meilisearch";
import { Meilisearch, MeilisearchApiError, MeilisearchTaskTimeOutError } from "meilisearch";
import type { ListingVersion } from "../search-index.port";
import type { MeiliListing } from "./meili-document";
import { idNumbers } from "./meili-document";
import { LISTING_SETTINGS, settingsToChange } from "./meili-settings";

/** A reader waits no longer; PostgreSQL answers then. */
const SEARCH_MS = 2_000;
const REQUEST_MS = 10_000;
/** Waiting for one task; after a change of settings the server reads all documents again first. */
const TASK_MS = 60_000;
const SETTINGS_MS = 30 * 60_000;
const POLL_MS = 10;

/** The server took a task and could not do it. */
export class FailedTaskError extends Error {
  override name = "FailedTaskError";
  readonly code: string;

  constructor({ type, error }: Task) {
    super(`${type} failed: ${error?.code ?? "no code"}: ${error?.message ?? "no reason"}`);
    this.code = error?.code ?? "";
  }
}

/** What the server was asked is wrong, so that asking again will not help. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof MeilisearchApiError)) return false;
  const { status } = error.response;
  return status === 400 || status === 413;
}

/** The server has no such index: it is new, or lost its data. */
export const isMissing = (error: unknown): boolean =>
  (error instanceof MeilisearchApiError && error.cause?.code === "index_not_found") ||
  (error instanceof FailedTaskError && error.code === "index_not_found");

export interface MeiliServerOptions {
  readonly url: string;
  readonly key?: string | undefined;
  readonly searchTimeoutMs?: number | undefined;
}

/** A document as reconciliation compares it. */
export interface IndexedChange extends Pick<ListingVersion, "vehicleId"> {
  readonly seq: number;
}

/** One Meilisearch server: tasks that are waited for, indexes with our settings. */
export class MeiliServer {
  /** For changes, which may take long. */
  readonly #client: Meilisearch;
  /** For searches, whose reader waits. */
  readonly searches: Meilisearch;

  constructor({ url, key, searchTimeoutMs = SEARCH_MS }: MeiliServerOptions) {
    const config = { host: url, ...(key ? { apiKey: key } : {}) };
    this.#client = new Meilisearch({ ...config, timeout: REQUEST_MS });
    this.searches = new Meilisearch({ ...config, timeout: searchTimeoutMs });
  }

  /** @throws when the server does not answer */
  async ping(): Promise<void> {
    await this.searches.health();
  }

  /**
   * Waits until a task is done.
   * @throws FailedTaskError when the server could not do it
   */
  async settled({ taskUid }: EnqueuedTask, timeout = TASK_MS): Promise<void> {
    try {
      const task = await this.#client.tasks.waitForTask(taskUid, { timeout, interval: POLL_MS });
      if (task.status !== "succeeded") throw new FailedTaskError(task);
    } catch (error) {
      if (error instanceof MeilisearchTaskTimeOutError) {
        throw new Error(`task ${taskUid} was not done in ${timeout} ms`, { cause: error });
      }
      throw error;
    }
  }

  /**
   * Creates an index unless it is there, and brings its settings up to date.
   * @returns whether it had to be created
   */
  async ensureIndex(uid: string): Promise<boolean> {
    const known = await this.#client
      .index(uid)
      .getSettings()
      .catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
    if (!known) {
      const created = await this.#client.createIndex(uid, { primaryKey: "id" });
      await this.settled(created).catch((error: unknown) => {
        // Another process was first.
        if (!(error instanceof FailedTaskError && error.code === "index_already_exists")) {
          throw error;
        }
      });
    }
    const change = known ? settingsToChange(known) : LISTING_SETTINGS;
    if (change) {
      await this.settled(await this.#client.index(uid).updateSettings(change), SETTINGS_MS);
    }
    return known === null;
  }

  async deleteIndex(uid: string): Promise<void> {
    await this.settled(await this.#client.deleteIndex(uid)).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }

  async indexes(): Promise<{ uid: string; createdAt: string }[]> {
    const { results } = await this.#client.getRawIndexes({ limit: 1_000 });
    return results.map(({ uid, createdAt }) => ({ uid, createdAt }));
  }

  /** Enqueues; done when the tasks are. */
  async put(uid: string, documents: readonly MeiliListing[]): Promise<EnqueuedTask> {
    return this.#client.index(uid).addDocuments([...documents], { primaryKey: "id" });
  }

  async remove(uid: string, ids: readonly string[]): Promise<EnqueuedTask> {
    return this.#client.index(uid).deleteDocuments([...ids]);
  }

  async removeAll(uid: string): Promise<void> {
    await this.settled(await this.#client.index(uid).deleteAllDocuments());
  }

  /** Exchanges the contents of two indexes at once. */
  async swap(left: string, right: string): Promise<void> {
    // The client's own method also sends `rename`, which servers before 1.18 refuse.
    const task = await this.#client.httpRequest.post<EnqueuedTask>({
      path: "swap-indexes",
      body: [{ indexes: [left, right] }],
    });
    await this.settled(task);
  }

  async count(uid: string): Promise<number> {
    return (await this.#client.index(uid).getStats()).numberOfDocuments;
  }

  /** What an index has, by id: up to `limit` after an id. */
  async changes(
    uid: string,
    page: { readonly afterId: string | undefined; readonly limit: number },
  ): Promise<IndexedChange[]> {
    const { high, low } = idNumbers(page.afterId ?? "");
    const after = `id_high > ${high} OR (id_high = ${high} AND id_low > ${low})`;
    const { hits } = await this.#client.index<MeiliListing>(uid).search("", {
      sort: ["id_high:asc", "id_low:asc"],
      attributesToRetrieve: ["id", "seq"],
      limit: page.limit,
      ...(page.afterId ? { filter: after } : {}),
    });
    return hits.map(({ id, seq }) => ({ vehicleId: id, seq }));
  }

  /** Some documents of an index by their ids. */
  async changesOf(uid: string, ids: readonly string[]): Promise<Map<string, number>> {
    const { results } = await this.#client.index<MeiliListing>(uid).getDocuments({
      filter: `id IN [${ids.join(", ")}]`,
      fields: ["id", "seq"],
      limit: ids.length,
    });
    return new Map(results.map(({ id, seq }) => [id, seq]));
  }
}
