import { randomUUID } from "node:crypto";
import type { MeilisearchForTests } from "@oto/testing/services";
import { expect, vi } from "vitest";
import type { SearchIndex } from "../search-index.port";
import { MeiliServer } from "./meili-server";
import type { MeilisearchSearchIndex } from "./meilisearch-search-index.adapter";

/** Waits until the server answers. */
export async function untilServing(index: MeilisearchSearchIndex): Promise<void> {
  await vi.waitFor(() => index.check(), { timeout: 20_000, interval: 20 });
  expect(index.isServing).toBe(true);
}

/** A busy machine is no reason to ask PostgreSQL. */
export const PATIENT = { searchTimeoutMs: 60_000 };

/** An index of a test's own, also on a server that others use. */
export const testIndexUid = (): string => `listings_test_${randomUUID().slice(0, 8)}`;

/** Fails instead of answering: what is tested is the server. */
export const noStandIn: Pick<SearchIndex, "search" | "suggest"> = {
  search: () => Promise.reject(new Error("PostgreSQL was to answer instead of the server")),
  suggest: () => Promise.reject(new Error("PostgreSQL was to answer instead of the server")),
};

/** Leaves nothing of a test on a server that others use. */
export async function dropIndex(
  server: Pick<MeilisearchForTests, "url" | "key">,
  indexUid: string,
): Promise<void> {
  await new MeiliServer(server).deleteIndex(indexUid);
}
