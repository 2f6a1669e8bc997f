import { ApiError } from "./api-error";
import type { Document } from "./filter-match";
import { parseFilter } from "./filter-parser";
import { checkIndexUid } from "./index-store";
import type { Route, RouteRequest } from "./route";
import { accepted, INDEX, objectOf, ok, page, route } from "./route";

function documentsOf(body: unknown): Document[] {
  const documents = Array.isArray(body) ? body : [body];
  if (documents.every((each) => typeof each === "object" && each !== null)) {
    return documents as Document[];
  }
  throw new ApiError("malformed_payload", "The `json` payload provided is malformed.");
}

const pick = (document: Document, fields: readonly string[] | null): Document =>
  !fields || fields.includes("*")
    ? document
    : Object.fromEntries(
        fields.filter((name) => name in document).map((name) => [name, document[name]]),
      );

const addition =
  (mode: "replace" | "update"): Route["handle"] =>
  ({ tasks }, { parameters, query, body }) => {
    const indexUid = checkIndexUid(parameters[0]);
    const primaryKey = query.get("primaryKey") ?? undefined;
    const payload = { documents: documentsOf(body), mode, primaryKey };
    return accepted(tasks.enqueue({ type: "documentAdditionOrUpdate", indexUid, payload }));
  };

const deletion = (
  payloadOf: (request: RouteRequest) => Record<string, unknown>,
): Route["handle"] => {
  return ({ tasks }, request) => {
    const indexUid = checkIndexUid(request.parameters[0]);
    return accepted(
      tasks.enqueue({ type: "documentDeletion", indexUid, payload: payloadOf(request) }),
    );
  };
};

export const documentRoutes: Route[] = [
  route(`POST /indexes/${INDEX}/documents`, "documents.add", addition("replace")),
  route(`PUT /indexes/${INDEX}/documents`, "documents.add", addition("update")),
  route(
    `DELETE /indexes/${INDEX}/documents`,
    "documents.delete",
    deletion(() => ({})),
  ),
  route(
    `POST /indexes/${INDEX}/documents/delete-batch`,
    "documents.delete",
    deletion(({ body }) => {
      if (!Array.isArray(body))
        throw new ApiError("bad_request", "Invalid value type: expected an array.");
      return { ids: body };
    }),
  ),
  route(
    `POST /indexes/${INDEX}/documents/delete`,
    "documents.delete",
    deletion(({ body }) => {
      const { filter } = objectOf(body);
      if (!parseFilter(filter))
        throw new ApiError("missing_document_filter", "Missing field `filter`");
      return { filter };
    }),
  ),
  route(
    `POST /indexes/${INDEX}/documents/fetch`,
    "documents.get",
    ({ store }, { parameters, body }) => {
      const { filter, ids, fields, offset = 0, limit = 20 } = objectOf(body);
      const found = store.fetch(store.get(checkIndexUid(parameters[0])), { filter, ids });
      const wanted = Array.isArray(fields) ? fields.map(String) : null;
      return page(
        found.map((document) => pick(document, wanted)),
        Number(offset),
        Number(limit),
      );
    },
  ),
  route(`GET /indexes/${INDEX}/documents`, "documents.get", ({ store }, { parameters, query }) => {
    const index = store.get(checkIndexUid(parameters[0]));
    const fields = query.get("fields")?.split(",") ?? null;
    const found = [...index.documents()].map((document) => pick(document, fields));
    return page(found, Number(query.get("offset") ?? 0), Number(query.get("limit") ?? 20));
  }),
  route(`GET /indexes/${INDEX}/documents/([^/]+)`, "documents.get", ({ store }, { parameters }) => {
    const document = store.get(checkIndexUid(parameters[0])).document(parameters[1] ?? "");
    if (document) return ok(document);
    throw new ApiError("document_not_found", `Document \`${parameters[1]}\` not found.`);
  }),
  route(
    `DELETE /indexes/${INDEX}/documents/([^/]+)`,
    "documents.delete",
    deletion(({ parameters }) => ({
      ids: [parameters[1]],
    })),
  ),
];
