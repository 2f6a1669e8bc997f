import { ApiError, indexNotFound } from "./api-error";
import type { Document } from "./filter-match";
import { matcher } from "./filter-match";
import { parseFilter } from "./filter-parser";
import { SandboxIndex } from "./sandbox-index";
import { changeSettings } from "./settings";
import type { TaskWork } from "./task-log";

type Details = Record<string, unknown>;

const INDEX_UID = /^[a-zA-Z0-9_-]{1,512}$/;

/** @throws ApiError `invalid_index_uid` */
export function checkIndexUid(uid: unknown): string {
  if (typeof uid === "string" && INDEX_UID.test(uid)) return uid;
  throw new ApiError(
    "invalid_index_uid",
    `\`${String(uid)}\` is not a valid index uid. Index uid can be an integer or a string containing only alphanumeric characters, hyphens (-) and underscores (_), and can not be more than 512 bytes.`,
  );
}

const ofFilter = (index: SandboxIndex, filter: unknown): Document[] => {
  const parsed = parseFilter(filter);
  if (!parsed) return [...index.documents()];
  const matches = matcher(parsed, new Set(index.settings.filterableAttributes));
  return [...index.documents()].filter(matches);
};

/** All indexes, changed by tasks only. */
export class IndexStore {
  readonly #indexes = new Map<string, SandboxIndex>();

  /** @throws ApiError `index_not_found` */
  get(uid: string): SandboxIndex {
    const index = this.#indexes.get(uid);
    if (!index) throw indexNotFound(uid);
    return index;
  }

  entries(): [string, SandboxIndex][] {
    return [...this.#indexes].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  #getOrCreate(uid: string, primaryKey: string | null, at: string): SandboxIndex {
    const known = this.#indexes.get(uid);
    if (known) return known;
    const index = new SandboxIndex(primaryKey, at);
    this.#indexes.set(uid, index);
    return index;
  }

  /**
   * Carries out a task.
   * @returns its details
   * @throws ApiError why it failed
   */
  apply({ type, indexUid, payload }: TaskWork, at: string): Details {
    const uid = indexUid ?? "";
    switch (type) {
      case "indexCreation":
        return this.#create(uid, payload, at);
      case "indexUpdate":
        this.get(uid).primaryKey = String(payload.primaryKey);
        return { primaryKey: payload.primaryKey };
      case "indexDeletion": {
        const deletedDocuments = this.get(uid).size;
        this.#indexes.delete(uid);
        return { deletedDocuments };
      }
      case "indexSwap":
        return this.#swap(payload.swaps as { indexes: [string, string] }[]);
      case "settingsUpdate":
        return this.#settings(uid, payload, at);
      case "documentAdditionOrUpdate":
        return this.#documents(uid, payload, at);
      case "documentDeletion":
        return this.#deletion(this.get(uid), payload, at);
      default:
        throw new ApiError("internal", `nobody knows tasks of type ${type}`);
    }
  }

  #create(uid: string, { primaryKey = null }: Details, at: string): Details {
    if (this.#indexes.has(uid)) {
      throw new ApiError("index_already_exists", `Index \`${uid}\` already exists.`);
    }
    this.#getOrCreate(uid, primaryKey as string | null, at);
    return { primaryKey };
  }

  #swap(swaps: readonly { indexes: [string, string] }[]): Details {
    const missing = swaps.flatMap(({ indexes }) => indexes).find((uid) => !this.#indexes.has(uid));
    if (missing !== undefined) throw indexNotFound(missing);
    for (const { indexes } of swaps) {
      const [left, right] = [this.get(indexes[0]), this.get(indexes[1])];
      this.#indexes.set(indexes[0], right).set(indexes[1], left);
    }
    return { swaps };
  }

  #settings(uid: string, change: Details, at: string): Details {
    const index = this.#getOrCreate(uid, null, at);
    const before = JSON.stringify(index.settings.searchableAttributes);
    index.settings = changeSettings(index.settings, change);
    index.updatedAt = at;
    if (JSON.stringify(index.settings.searchableAttributes) !== before) index.rebuild();
    return change;
  }

  #documents(uid: string, payload: Details, at: string): Details {
    const documents = payload.documents as Document[];
    const index = this.#getOrCreate(uid, (payload.primaryKey as string | undefined) ?? null, at);
    index.put(documents, payload.mode === "update" ? "update" : "replace");
    index.updatedAt = at;
    return { receivedDocuments: documents.length, indexedDocuments: documents.length };
  }

  #deletion(index: SandboxIndex, { ids, filter }: Details, at: string): Details {
    index.updatedAt = at;
    if (Array.isArray(ids)) {
      const deletedDocuments = index.remove(ids.map(String));
      return { providedIds: ids.length, deletedDocuments, originalFilter: null };
    }
    const deletedDocuments =
      filter === undefined
        ? index.clear()
        : index.remove(ofFilter(index, filter).map((document) => index.idOf(document)));
    return {
      providedIds: 0,
      deletedDocuments,
      originalFilter: filter === undefined ? null : JSON.stringify(filter),
    };
  }

  /** Documents of `POST …/documents/fetch`. @throws ApiError `invalid_document_filter` */
  fetch(index: SandboxIndex, { filter, ids }: { filter?: unknown; ids?: unknown }): Document[] {
    try {
      const found = ofFilter(index, filter ?? null);
      if (!Array.isArray(ids)) return found;
      const wanted = new Set(ids.map(String));
      return found.filter((document) => wanted.has(index.idOf(document)));
    } catch (error) {
      const message = error instanceof Error ? error.message : "";
      throw new ApiError("invalid_document_filter", message);
    }
  }
}
