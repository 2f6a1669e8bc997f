import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { DealerContext } from "@oto/services";
import { completeUpload, createUpload, prepareMedia, UPLOAD_TYPES } from "@oto/services/media";
import {
  createDealerContext,
  createSeries,
  createVehicle,
  signTestToken,
} from "@oto/services/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listProcedures } from "../trpc/procedure-list";
import type { AttackedApi } from "./attacked-api";
import { openAttackedApi } from "./attacked-api";

/** Attacks on what every request passes: methods, bodies, batches, origins, uploads, links. */
let api: AttackedApi;
let dealer: DealerContext;
let token: string;
const json = { "content-type": "application/json" };

beforeAll(async () => {
  api = await openAttackedApi();
  dealer = await createDealerContext(api.platform);
  token = await signTestToken(api.platform, dealer.identity);
});
afterAll(() => api.close());

const bearer = () => ({ authorization: `Bearer ${token}` });

describe("another site's page", () => {
  const mutations = listProcedures().filter(({ type }) => type === "mutation");

  it("changes nothing by a form, whatever its encoding, nor by a link", async () => {
    for (const { path } of mutations) {
      for (const type of [
        "application/x-www-form-urlencoded",
        "text/plain",
        "multipart/form-data",
      ]) {
        const answer = await api.request(`/trpc/${path}`, {
          method: "POST",
          headers: { "content-type": type, origin: "https://evil.example", ...bearer() },
          body: '{"json":{}}',
        });
        expect(answer.status, `${path} ${type}`).toBeGreaterThanOrEqual(400);
      }
      const link = await api.request(`/trpc/${path}?input=%7B%7D`, { headers: bearer() });
      expect(link.status, path).toBe(405);
    }
  });

  it("cannot ride on a cookie: the API reads none", async () => {
    const cookie = `token=${token}; access_token=${token}; kontak-gallery=${token}`;
    const answer = await api.request("/trpc/auth.me", { headers: { cookie } });
    expect(answer.status).toBe(401);
  });

  it("is never named in CORS, and credentials are never allowed", async () => {
    for (const origin of ["https://evil.example", "null", "http://localhost:3002.evil.example"]) {
      for (const method of ["GET", "OPTIONS"]) {
        const answer = await api.request("/trpc/auth.me", {
          method,
          headers: { origin, "access-control-request-method": "POST" },
        });
        expect(answer.headers.get("access-control-allow-origin"), origin).toBeNull();
      }
    }
    const own = await api.request("/trpc/auth.me", {
      headers: { origin: "http://localhost:3002" },
    });
    expect(own.headers.get("access-control-allow-origin")).toBe("http://localhost:3002");
    expect(own.headers.get("access-control-allow-credentials")).toBeNull();
  });
});

describe("bodies", () => {
  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    api.request("/trpc/auth.login", { method: "POST", headers: { ...json, ...headers }, body });

  it("of 50 MB are refused before they are read", async () => {
    const body = `{"identifier":"${"x".repeat(50 * 1024 * 1024)}"}`;
    const outcome = await post(body).then(
      ({ status }) => status,
      () => "connection ended",
    );
    expect([413, "connection ended"]).toContain(outcome);
  });

  it("nested a hundred thousand times are refused at once", async () => {
    const started = performance.now();
    for (const [open, close] of [
      ["[", "]"],
      ['{"a":', "}"],
    ] as const) {
      const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
      expect((await post(deep)).status).toBe(400);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("that are packed, or of no known type, are not unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(5 * 1024 * 1024, 0x20));
    expect(
      (await post(new Uint8Array(bomb), { "content-encoding": "gzip" })).status,
    ).toBeGreaterThanOrEqual(400);
    const xml = await post("<x/>", { "content-type": "application/xml" });
    expect(xml.status).toBeGreaterThanOrEqual(400);
  });

  it("leave no trace in prototypes and no word of themselves in errors", async () => {
    const answer = await post('{"__proto__":{"isAdmin":true},"identifier":"<script>x</script>"}');
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain("<script>");
    expect(answer.text).not.toMatch(/node_modules|at .*\.ts:|select |prisma/i);
    expect({}).not.toHaveProperty("isAdmin");
  });
});

describe("batches", () => {
  const batch = (paths: readonly string[], headers: Record<string, string> = {}) =>
    api.request(`/trpc/${paths.join(",")}?batch=1&input=%7B%7D`, { headers });

  it("of more than twenty calls are refused as a whole", async () => {
    expect((await batch(Array(20).fill("catalog.makes"))).status).toBe(200);
    for (const size of [21, 1_000]) {
      const answer = await batch(Array(size).fill("catalog.makes"));
      expect(answer.status, String(size)).toBeGreaterThanOrEqual(400);
      expect(answer.text).not.toContain('"items"');
    }
  });

  it("give each call its own rights", async () => {
    const answer = await batch(["catalog.makes", "inventory.list", "admin.overview"]);
    const results = JSON.parse(answer.text) as { error?: { data: { code: string } } }[];
    expect(results.map(({ error }) => error?.data.code ?? "granted")).toEqual([
      "granted",
      "UNAUTHORIZED",
      "UNAUTHORIZED",
    ]);
    const mine = JSON.parse((await batch(["auth.me", "admin.overview"], bearer())).text);
    expect(mine[0].result).toBeDefined();
    expect(mine[1].error.data.code).toBe("FORBIDDEN");
  });
});

describe("an idempotency key fifty times at once", () => {
  it("makes one vehicle, and tells nobody else's answer", async () => {
    const { makeId, seriesId } = await createSeries(api.platform);
    const input = {
      ...{ makeId, seriesId, modelYear: 2020, mileageKm: 1, fuel: "DIESEL", color: "WHITE" },
      ...{ transmission: "MANUAL", bodyType: "SEDAN", price: { amount: 100, currency: "TRY" } },
    };
    const headers = { "idempotency-key": "one-key" };
    const create = { path: "inventory.create", type: "mutation" } as const;
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => api.call(create, input, { token, headers })),
    );
    const ids = answers.flatMap(({ body }) => {
      const data = body.result?.data as { vehicleId: string } | undefined;
      return data ? [data.vehicleId] : [];
    });
    expect(new Set(ids).size).toBe(1);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const { rows } = await api.platform.database.pool.query(
      "select 1 from vehicle where gallery_id = $1",
      [dealer.gallery.id],
    );
    expect(rows).toHaveLength(1);

    const other = await createDealerContext(api.platform);
    const theirs = await api.call(create, input, {
      token: await signTestToken(api.platform, other.identity),
      headers,
    });
    expect(theirs.status).toBe(200);
    expect(theirs.text).not.toContain(ids[0]);
    const changed = await api.call(create, { ...input, mileageKm: 2 }, { token, headers });
    expect(changed.status).toBe(409);
  });
});

describe("search", () => {
  const NASTY = [
    ..."'\"\\;%_*()[]{}<>|&!:~".split(""),
    ...[
      "' OR 1=1 --",
      '"; DROP TABLE vehicle; --',
      "a:* & !b",
      "\u0000",
      "\\u0000",
      "%00",
      "#{7*7}",
    ],
    ...["galleryId = '*'", "status = DRAFT OR status EXISTS", "\ud800", "x".repeat(200)],
  ];

  it.each(["marketplace.publicSearch", "marketplace.search", "inventory.list"])(
    "%s takes any text as words, and no filter or cursor of its own making",
    async (path) => {
      const ask = (input: unknown) => api.call({ path, type: "query" }, input, { token });
      for (const q of NASTY) expect((await ask({ q })).status, JSON.stringify(q)).toBeLessThan(500);
      const cursors = [
        "x",
        "e30",
        Buffer.from('["a",{"$ne":1}]').toString("base64url"),
        "' OR 1=1",
      ];
      for (const cursor of cursors) expect((await ask({ cursor })).status, cursor).toBe(400);
      expect((await ask({ sort: "id; drop table" })).status).toBe(400);
      expect((await ask({ filters: { status: "DRAFT" } })).status).toBe(400);
    },
  );
});

/** A PNG that claims a size; its picture data is a few bytes. */
function pixelBomb(side: number): Buffer {
  const header = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const size = Buffer.alloc(8);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(side, 4);
  return Buffer.concat([header, size, Buffer.from("0802000000", "hex"), Buffer.alloc(64)]);
}

describe("uploads", () => {
  const SCRIPT =
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>';
  const HTML = "<!doctype html><script>alert(document.domain)</script>";
  const JPEG_HEAD = Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex");
  const FILES: readonly [string, Buffer][] = [
    ["an SVG with a script", Buffer.from(SCRIPT)],
    ["a page of HTML", Buffer.from(HTML)],
    ["a page behind the head of a photo", Buffer.concat([JPEG_HEAD, Buffer.from(HTML)])],
    ["a photo of a billion pixels", pixelBomb(32_000)],
    ["a photo of four billion times four billion pixels", pixelBomb(0xff_ff_ff_ff)],
    ["an archive bomb", gzipSync(Buffer.alloc(10 * 1024 * 1024))],
    ["nothing but zeros", Buffer.alloc(5_000)],
  ];

  const begin = async (file: Buffer) => {
    const { vehicleId } = await createVehicle(api.platform, dealer.gallery.id, { status: "DRAFT" });
    const input = { vehicleId, fileName: "a.jpg", contentType: "image/jpeg", size: file.length };
    const { mediaId, upload } = await createUpload(dealer, input);
    const url = new URL(upload.url);
    const put = (path = url.pathname + url.search, headers: object = upload.headers, body = file) =>
      api.request(path, { method: "PUT", headers: { ...headers }, body: new Uint8Array(body) });
    return { vehicleId, mediaId, url, put, headers: upload.headers };
  };

  it("of other types are refused before there is a link", async () => {
    const { vehicleId } = await createVehicle(api.platform, dealer.gallery.id, { status: "DRAFT" });
    for (const contentType of ["image/svg+xml", "text/html", "application/zip", "image/x-icon"]) {
      expect(UPLOAD_TYPES).not.toContain(contentType);
      const input = { vehicleId, fileName: "a.svg", contentType, size: 10 };
      const call = { path: "media.createUpload", type: "mutation" } as const;
      const answer = await api.call(call, input, { token });
      expect(answer.body.error?.data?.reason).toBe("media.type_not_allowed");
    }
  });

  it.each(FILES)("never become pictures when they are %s", async (_what, file) => {
    const { mediaId, vehicleId, put } = await begin(file);
    expect((await put()).status).toBeLessThan(300);
    await completeUpload(dealer, { mediaId });
    const started = performance.now();
    const prepared = await prepareMedia(api.platform, {
      ...{ mediaId, vehicleId, galleryId: dealer.gallery.id },
    });
    expect(prepared).toMatchObject({
      outcome: "refused",
      reason: expect.stringMatching(/^media\./),
    });
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it("are bound to their key, size, type, method and time", async () => {
    const file = Buffer.alloc(1_000, 1);
    const { put, url, headers } = await begin(file);
    const other = await begin(file);
    const refused = async (what: string, send: Promise<{ status: number }>) =>
      expect((await send).status, what).toBeGreaterThanOrEqual(400);
    await refused("key of another", put(other.url.pathname + url.search));
    await refused("a path out", put(`${url.pathname}/../../../x${url.search}`));
    await refused("no signature", put(url.pathname));
    const forged = new URLSearchParams(url.search);
    for (const name of [...forged.keys()]) {
      const changed = new URLSearchParams(url.search);
      changed.set(name, createHash("sha256").update(name).digest("base64url"));
      await refused(`changed ${name}`, put(`${url.pathname}?${changed}`));
    }
    await refused("another type", put(undefined, { ...headers, "content-type": "text/html" }));
    await refused("a byte more", put(undefined, headers, Buffer.alloc(1_001, 1)));
    await refused("a byte less", put(undefined, headers, Buffer.alloc(999, 1)));
    await refused("reading by it", api.request(url.pathname + url.search));
    expect((await put()).status).toBeLessThan(300);
  });

  it("cannot be read by guessing, and what is stored is never run", async () => {
    const file = Buffer.from(HTML);
    const { put, mediaId, vehicleId } = await begin(file);
    await put();
    const key = `private/originals/${dealer.gallery.id}/${vehicleId}/${mediaId}`;
    for (const path of [`/storage/public/${key}`, `/storage/signed/${key}`, `/storage/${key}`]) {
      expect((await api.request(path)).status, path).toBeGreaterThanOrEqual(400);
    }
    const signed = new URL(await api.platform.adapters.storage.signedUrl(key, 60));
    const answer = await api.request(signed.pathname + signed.search);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-type")).not.toMatch(/html|svg|xml/);
  });
});

describe("every answer", () => {
  it.each([
    "/trpc/auth.me",
    "/health/live",
    "/openapi.json",
    "/nowhere",
    "/storage/x",
    "/.git/config",
  ])("%s carries the headers that keep browsers calm, and no name of software", async (path) => {
    const { headers } = await api.request(path);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("strict-transport-security")).toContain("max-age=31536000");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("server")).toBeNull();
  });

  it.each([
    "/trpc/__proto__",
    "/trpc/constructor",
    "/trpc/toString",
    "/trpc/a.b.c",
    "/trpc/",
    "/trpc/%00",
  ])("%s is no procedure", async (path) => {
    const { status } = await api.request(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});
