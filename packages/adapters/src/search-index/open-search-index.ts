import type { Logger } from "@oto/observability";
import type { Pool } from "pg";
import type { AdaptersEnv } from "../env";
import { MeilisearchSearchIndex } from "./meilisearch/meilisearch-search-index.adapter";
import { PostgresSearchIndex } from "./postgres-search-index.adapter";
import type { SearchIndex } from "./search-index.port";

export interface OpenSearchIndex {
  readonly searchIndex: SearchIndex;
  /** Checks of what may be away without anything failing, by name. */
  readonly degradable: Readonly<Record<string, () => Promise<void>>>;
  close(): Promise<void>;
}

/** Meilisearch when `MEILI_URL` is set, PostgreSQL alone otherwise. Never waits for the server. */
export function openSearchIndex(
  env: Pick<AdaptersEnv, "MEILI_URL" | "MEILI_KEY">,
  { pool, logger }: { readonly pool: Pool; readonly logger?: Logger | undefined },
): OpenSearchIndex {
  const { MEILI_URL: url, MEILI_KEY: key } = env;
  if (!url) {
    const searchIndex = new PostgresSearchIndex({ pool, logger });
    return { searchIndex, degradable: {}, close: async () => undefined };
  }
  const searchIndex = new MeilisearchSearchIndex({ pool, url, key, logger });
  return {
    searchIndex,
    degradable: { search: () => searchIndex.check() },
    close: () => searchIndex.close(),
  };
}
