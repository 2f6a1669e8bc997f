import { randomUUID } from "node:crypto";
import { ApiError } from "./api-error";
import { documentRoutes } from "./document-routes";
import { checkIndexUid } from "./index-store";
import type { Route, Sandbox } from "./route";
import { accepted, INDEX, objectOf, ok, page, route } from "./route";
import { search } from "./search";
import { readSearchQuery } from "./search-query";
import { checkSettings } from "./settings";

const indexView = (uid: string, { store }: Sandbox) => {
  const { createdAt, updatedAt, primaryKey } = store.get(uid);
  return { uid, createdAt, updatedAt, primaryKey };
};

const statsOf = (uid: string, { store, tasks }: Sandbox) => ({
  numberOfDocuments: store.get(uid).size,
  isIndexing: tasks.isBusy(uid),
  fieldDistribution: {},
});

const indexRoutes: Route[] = [
  route("GET /indexes", "indexes.get", (sandbox, { query }) => {
    const all = sandbox.store.entries().map(([uid]) => indexView(uid, sandbox));
    return page(all, Number(query.get("offset") ?? 0), Number(query.get("limit") ?? 20));
  }),
  route("POST /indexes", "indexes.create", ({ tasks }, { body }) => {
    const { uid, primaryKey = null } = objectOf(body);
    const indexUid = checkIndexUid(uid);
    return accepted(tasks.enqueue({ type: "indexCreation", indexUid, payload: { primaryKey } }));
  }),
  route(`GET /indexes/${INDEX}`, "indexes.get", (sandbox, { parameters }) =>
    ok(indexView(checkIndexUid(parameters[0]), sandbox)),
  ),
  route(`PATCH /indexes/${INDEX}`, "indexes.update", ({ tasks }, { parameters, body }) => {
    const payload = objectOf(body);
    return accepted(
      tasks.enqueue({ type: "indexUpdate", indexUid: checkIndexUid(parameters[0]), payload }),
    );
  }),
  route(`DELETE /indexes/${INDEX}`, "indexes.delete", ({ tasks }, { parameters }) =>
    accepted(
      tasks.enqueue({ type: "indexDeletion", indexUid: checkIndexUid(parameters[0]), payload: {} }),
    ),
  ),
  route("POST /swap-indexes", "indexes.swap", ({ tasks }, { body }) => {
    if (!Array.isArray(body))
      throw new ApiError("bad_request", "Invalid value type: expected an array.");
    for (const each of body) {
      const unknown = Object.keys(objectOf(each)).find((name) => name !== "indexes");
      if (unknown) {
        const message = `Unknown field \`${unknown}\`: expected \`indexes\``;
        throw new ApiError("bad_request", message);
      }
    }
    return accepted(tasks.enqueue({ type: "indexSwap", indexUid: null, payload: { swaps: body } }));
  }),
  route(`GET /indexes/${INDEX}/settings`, "settings.get", ({ store }, { parameters }) =>
    ok(store.get(checkIndexUid(parameters[0])).settings),
  ),
  route(
    `PATCH /indexes/${INDEX}/settings`,
    "settings.update",
    ({ tasks }, { parameters, body }) => {
      const payload = objectOf(body);
      checkSettings(payload);
      return accepted(
        tasks.enqueue({ type: "settingsUpdate", indexUid: checkIndexUid(parameters[0]), payload }),
      );
    },
  ),
  route(`GET /indexes/${INDEX}/stats`, "stats.get", (sandbox, { parameters }) =>
    ok(statsOf(checkIndexUid(parameters[0]), sandbox)),
  ),
  route("GET /stats", "stats.get", (sandbox) => {
    const indexes = sandbox.store.entries().map(([uid]) => [uid, statsOf(uid, sandbox)] as const);
    return ok({
      databaseSize: 0,
      usedDatabaseSize: 0,
      lastUpdate: null,
      indexes: Object.fromEntries(indexes),
    });
  }),
];

const searchRoutes: Route[] = [
  route(`POST /indexes/${INDEX}/search`, "search", ({ store }, { parameters, body }) =>
    ok(search(store.get(checkIndexUid(parameters[0])), readSearchQuery(objectOf(body)))),
  ),
  route("POST /multi-search", "search", ({ store }, { body }) => {
    const { queries } = objectOf(body);
    if (!Array.isArray(queries)) throw new ApiError("bad_request", "Missing field `queries`");
    const results = queries.map((each: unknown, at) => {
      try {
        const { indexUid, ...query } = objectOf(each);
        const uid = checkIndexUid(indexUid);
        return { indexUid: uid, ...search(store.get(uid), readSearchQuery(query)) };
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        throw new ApiError(error.code, `Inside \`.queries[${at}]\`: ${error.message}`);
      }
    });
    return ok({ results });
  }),
];

const serverRoutes: Route[] = [
  route("GET /version", "version", () =>
    ok({ commitSha: "0".repeat(40), commitDate: "2026-01-01T00:00:00Z", pkgVersion: "1.12.0" }),
  ),
  route("GET /tasks", "tasks.get", ({ tasks }, { query }) => ok(tasks.list(query))),
  route("GET /tasks/([^/]+)", "tasks.get", ({ tasks }, { parameters }) =>
    ok(tasks.get(parameters[0] ?? "")),
  ),
  route("GET /keys", "keys.get", ({ keys }) => page(keys.all(), 0, 20)),
  route("POST /keys", "keys.create", ({ keys }, { body }) => ({
    status: 201,
    body: keys.create(randomUUID(), objectOf(body)),
  })),
  route("DELETE /keys/([^/]+)", "keys.delete", ({ keys }, { parameters }) => {
    keys.remove(parameters[0] ?? "");
    return { status: 204 };
  }),
];

export const routes: readonly Route[] = [
  ...searchRoutes,
  ...documentRoutes,
  ...indexRoutes,
  ...serverRoutes,
];
