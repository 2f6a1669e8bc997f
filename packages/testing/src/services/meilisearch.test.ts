import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RunningMeilisearch } from "./meilisearch";
import { startMeilisearch } from "./meilisearch";

type Json = Record<string, unknown>;

let server: RunningMeilisearch;

async function call(place: string, body?: unknown, key = server.key) {
  const [method = "", path = ""] = place.split(" ");
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: (text ? JSON.parse(text) : {}) as Json };
}

async function done(answer: { json: Json }): Promise<Json> {
  for (;;) {
    const { json } = await call(`GET /tasks/${answer.json.taskUid}`);
    if (json.status === "succeeded" || json.status === "failed") return json;
  }
}

const movies = [
  { id: 1, title: "Carol", genres: ["romance", "drama"], year: 2015, rating: { users: 80 } },
  { id: 2, title: "Wonder Woman", genres: ["action"], year: 2017, rating: { users: 70 } },
  { id: 3, title: "Life of Pi", genres: ["adventure", "drama"], year: 2012, note: null },
  { id: 4, title: "Mad Max", genres: ["adventure", "action"], year: 2015, note: "" },
  { id: 5, title: "Moana", genres: [], year: 2016, rating: { users: 90 } },
];

const find = async (body: Json) => {
  const { json } = await call("POST /indexes/movies/search", body);
  return (json.hits as { id: number }[] | undefined)?.map(({ id }) => id) ?? json;
};

beforeAll(async () => {
  server = await startMeilisearch();
});
afterAll(async () => {
  await server.stop();
});

describe("the Meilisearch stand-in", () => {
  beforeEach(async () => {
    await done(await call("DELETE /indexes/movies"));
    await done(await call("POST /indexes", { uid: "movies", primaryKey: "id" }));
    const settings = {
      searchableAttributes: ["title"],
      filterableAttributes: ["id", "genres", "year", "rating.users", "note", "title"],
      sortableAttributes: ["year", "id"],
      synonyms: { film: ["moana"], "crazy max": ["mad max"] },
    };
    await done(await call("PATCH /indexes/movies/settings", settings));
    await done(await call("POST /indexes/movies/documents", movies));
  });

  it.each<[unknown, number[]]>([
    ["genres = DRAMA", [1, 3]],
    ["genres != drama", [2, 4, 5]],
    ["year 2015 TO 2016", [1, 4, 5]],
    ["year > 2015 OR genres = romance AND year < 2000", [2, 5]],
    ["(year > 2015 OR genres = romance) AND year < 2017", [1, 5]],
    ["NOT year > 2015 AND NOT genres = drama", [4]],
    ["rating.users >= 80", [1, 5]],
    ["rating.users NOT EXISTS", [3, 4]],
    ["note IS NULL", [3]],
    ["note IS EMPTY", [4]],
    ["note EXISTS AND note IS NOT NULL", [4]],
    ["genres IN [romance, 'action']", [1, 2, 4]],
    ["genres NOT IN [drama, action]", [5]],
    ['title = "life of pi"', [3]],
    [
      ["year = 2015", ["genres = action", "genres = romance"]],
      [1, 4],
    ],
    [[], [1, 2, 3, 4, 5]],
  ])("filters by %j", async (filter, expected) => {
    expect(await find({ filter, sort: ["id:asc"] })).toEqual(expected);
  });

  it.each<[Json, string]>([
    [{ filter: "budget > 1" }, "invalid_search_filter"],
    [{ filter: "year >" }, "invalid_search_filter"],
    [{ filter: "year = 'open" }, "invalid_search_filter"],
    [{ filter: "(year = 1" }, "invalid_search_filter"],
    [{ filter: "year > soon" }, "invalid_search_filter"],
    [{ sort: ["title:asc"] }, "invalid_search_sort"],
    [{ sort: ["year"] }, "invalid_search_sort"],
    [{ facets: ["budget"] }, "invalid_search_facets"],
    [{ limit: -1 }, "invalid_search_limit"],
    [{ matchingStrategy: "some" }, "invalid_search_matching_strategy"],
    [{ colour: "red" }, "bad_request"],
  ])("refuses %j", async (body, code) => {
    const { status, json } = await call("POST /indexes/movies/search", body);
    expect({ status, code: json.code, type: json.type }).toEqual({
      status: 400,
      code,
      type: "invalid_request",
    });
  });

  it.each<[Json, number[]]>([
    [{ q: "wonder" }, [2]],
    [{ q: "wondre" }, [2]],
    [{ q: "wo" }, [2]],
    [{ q: "wo " }, []],
    [{ q: "carl" }, []],
    [{ q: '"max mad"' }, []],
    [{ q: '"mad max"' }, [4]],
    [{ q: "madmax" }, [4]],
    [{ q: "life wonder", matchingStrategy: "all" }, []],
    [{ q: "life wonder" }, [3]],
    [{ q: "film" }, [5]],
    [{ q: "drama" }, []],
  ])("finds by %j", async (body, expected) => {
    expect(await find(body)).toEqual(expected);
  });

  it("sorts, pages, counts facets and their ranges", async () => {
    const body = {
      sort: ["year:desc", "id:asc"],
      hitsPerPage: 2,
      page: 2,
      facets: ["genres", "year"],
    };
    const { json } = await call("POST /multi-search", {
      queries: [{ indexUid: "movies", ...body }],
    });
    const [result] = json.results as Json[];
    expect(result).toMatchObject({
      hits: [{ id: 1 }, { id: 4 }],
      totalHits: 5,
      totalPages: 3,
      page: 2,
      facetDistribution: { genres: { action: 2, adventure: 2, drama: 2, romance: 1 } },
      facetStats: { year: { min: 2012, max: 2017 } },
    });
  });

  it("swaps, deletes by filter, and says why a task failed", async () => {
    await done(await call("POST /indexes/next/documents?primaryKey=id", [{ id: 9, title: "New" }]));
    await done(await call("POST /swap-indexes", [{ indexes: ["movies", "next"] }]));
    expect(await find({})).toEqual([9]);
    await done(await call("POST /indexes/next/documents/delete", { filter: "year <= 2015" }));
    const left = await call("POST /indexes/next/documents/fetch", { fields: ["id"] });
    expect(left.json.results).toEqual([{ id: 2 }, { id: 5 }]);
    const failed = await done(await call("POST /indexes/next/documents", [{ title: "no id" }]));
    expect(failed).toMatchObject({ status: "failed", error: { code: "missing_document_id" } });
    await done(await call("DELETE /indexes/next"));
    expect((await call("GET /indexes/next")).json.code).toBe("index_not_found");
  });

  it("wants a key that may do what it asks for", async () => {
    const anonymous = await fetch(`${server.url}/indexes`);
    expect(anonymous.status).toBe(401);
    expect((await call("GET /indexes", undefined, "wrong")).status).toBe(403);
    const { json } = await call("POST /keys", {
      actions: ["search"],
      indexes: ["mov*"],
      expiresAt: null,
    });
    const key = String(json.key);
    expect((await call("POST /indexes/movies/search", {}, key)).status).toBe(200);
    expect((await call("DELETE /indexes/movies", undefined, key)).status).toBe(403);
  });

  it("has after kill -9 what it has acknowledged, done or not", async () => {
    await server.setFaults({ holdTasks: true });
    const held = await call("POST /indexes/movies/documents", [{ id: 6, title: "Alien" }]);
    expect((await call(`GET /tasks/${held.json.taskUid}`)).json.status).toBe("enqueued");
    await server.kill();
    await expect(call("GET /indexes")).rejects.toThrow();
    await server.restart();
    expect(await done(held)).toMatchObject({ status: "succeeded" });
    expect(await find({ sort: ["id:asc"] })).toEqual([1, 2, 3, 4, 5, 6]);
    await server.setFaults({ failTasks: 1 });
    const failed = await done(await call("POST /indexes/movies/documents", [{ id: 7 }]));
    expect(failed).toMatchObject({ status: "failed", error: { code: "internal" } });
  });
});
