import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { TestS3 } from "@oto/testing/services";
import { openTestS3, s3Name, servicesWanted, startStorageEdge } from "@oto/testing/services";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { objectStorageContract } from "./object-storage.contract";
import { openS3Client } from "./s3-client";
import { S3ObjectStorage } from "./s3-object-storage.adapter";
import type { S3Settings } from "./s3-settings";

const wanted = servicesWanted();
const suite = wanted ? describe : describe.skip;
const title = wanted ? s3Name() : "S3 (left out: TEST_SERVICES=embedded)";
const ORIGIN = "https://gallery.kontak.test";

let server: TestS3;
let storage: S3ObjectStorage;

function settingsFor(over: Partial<S3Settings> = {}): S3Settings {
  const { url, accessKey, secretKey, region } = server;
  return {
    ...{ endpoint: url, publicUrl: url, accessKey, secretKey, region },
    bucketPrefix: `kontak-${randomUUID().slice(0, 8)}`,
    uploadOrigins: [ORIGIN],
    ...over,
  };
}

suite(`object storage on ${title}`, () => {
  beforeAll(async () => {
    server = await openTestS3();
    storage = new S3ObjectStorage({ settings: settingsFor() });
    await storage.prepare();
  }, 120_000);
  afterAll(() => server?.stop());

  objectStorageContract(s3Name(), async () => ({ storage }));

  it("prepares its buckets again and again, also at once", async () => {
    const settings = settingsFor();
    const many = [1, 2, 3].map(() => new S3ObjectStorage({ settings }));
    await Promise.all(many.map((one) => one.prepare()));
    for (const one of many) await one.check();
  });

  it("lets the platform's pages upload, and no other page", async () => {
    const key = `private/${randomUUID()}/a.jpg`;
    const asked = { key, contentType: "image/jpeg", size: 3, expiresInS: 60 };
    const { url } = await storage.createUpload(asked);
    const preflight = async (origin: string) => {
      const headers = {
        origin,
        "access-control-request-method": "PUT",
        "access-control-request-headers": "content-type",
      };
      const answer = await fetch(url, { method: "OPTIONS", headers });
      return answer.headers.get("access-control-allow-origin");
    };
    expect(await preflight(ORIGIN)).toBe(ORIGIN);
    expect(await preflight("https://evil.test")).toBeNull();
  });

  it("sets the lifecycle of abandoned uploads", async () => {
    const settings = settingsFor();
    await new S3ObjectStorage({ settings }).prepare();
    const client = openS3Client(settings);
    for (const kind of ["public", "private"]) {
      const rules = await client.getBucketLifecycle(`${settings.bucketPrefix}-${kind}`);
      expect(JSON.stringify(rules)).toMatch(
        /AbortIncompleteMultipartUpload.*DaysAfterInitiation":"?1/,
      );
    }
  });

  it("lists page by page", async () => {
    const short = new S3ObjectStorage({ settings: settingsFor(), pageSize: 3 });
    await short.prepare();
    const names = ["private/a", "private/b", "private/c", "private/d"];
    const all = [...names, "public/a", "public/b", "public/c"];
    for (const name of all) await short.put(name, Buffer.from("x"), { contentType: "text/plain" });
    const found = async (prefix: string, after?: string) => {
      const keys: string[] = [];
      for await (const { key } of short.list(prefix, after ? { after } : {})) keys.push(key);
      return keys;
    };
    expect(await found("")).toEqual(all);
    expect(await found("private/")).toEqual(names);
    expect(await found("", "private/b")).toEqual(all.slice(2));
    expect(await found("", "public/a")).toEqual(all.slice(5));
    await short.remove(all);
    expect(await found("")).toEqual([]);
  });

  it("never uses a payload whose signature does not cover it (CVE-2026-40344)", async () => {
    const seen: IncomingHttpHeaders[] = [];
    const target = new URL(server.url);
    const recorder = createServer((incoming, outgoing) => {
      seen.push(incoming.headers);
      const { method, url, headers } = incoming;
      const onward = request(
        { host: target.hostname, port: target.port, method, path: url, headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        },
      );
      incoming.pipe(onward);
    });
    await new Promise<void>((resolve) => recorder.listen(0, "127.0.0.1", resolve));
    const { port } = recorder.address() as AddressInfo;
    const recorded = new S3ObjectStorage({
      settings: settingsFor({ endpoint: `http://127.0.0.1:${port}` }),
    });
    const key = `private/${randomUUID()}/a.jpg`;
    const type = { contentType: "image/jpeg" };
    await recorded.check();
    await recorded.put(key, Buffer.alloc(100), type);
    await recorded.put(key, Readable.from([Buffer.alloc(70 * 1024 * 1024)]), type);
    await recorded.get(`private/none`).catch(() => undefined);
    for await (const { size } of recorded.list("private/")) expect(size).toBe(70 * 1024 * 1024);
    await recorded.remove([key]);
    await new Promise((resolve) => recorder.close(resolve));
    recorder.closeAllConnections();
    const payloads = seen.map((headers) => headers["x-amz-content-sha256"]);
    expect(payloads.length).toBeGreaterThan(10);
    for (const payload of payloads) expect(payload).toMatch(/^[0-9a-f]{64}$/);
    expect(seen.every((headers) => headers["x-amz-trailer"] === undefined)).toBe(true);
  }, 60_000);

  it("is reached through the edge by signed paths, never with that header", async () => {
    const settings = settingsFor();
    const edge = await startStorageEdge(server.url, settings.bucketPrefix);
    const behind = new S3ObjectStorage({ settings: { ...settings, publicUrl: edge.url } });
    await behind.prepare();
    const key = `private/${randomUUID()}/a.jpg`;
    const body = Buffer.from("jpeg");
    const asked = { key, contentType: "image/jpeg", size: body.length, expiresInS: 60 };
    const { url, headers } = await behind.createUpload(asked);
    const put = (to: string, more: Record<string, string> = {}) =>
      fetch(to, { method: "PUT", headers: { ...headers, ...more }, body }).then((a) => a.status);
    const hole = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    expect(await put(url, { "x-amz-content-sha256": hole })).toBe(403);
    expect(await put(url, { "X-Amz-Content-Sha256": hole.toLowerCase() })).toBe(403);
    expect(await put(`${url}&X-Amz-Content-Sha256=${hole}`)).toBe(403);
    expect(await put(url, { "x-amz-trailer": "x-amz-checksum-crc32" })).toBe(403);
    expect(edge.taken).toEqual(Array(4).fill("storage-refused"));
    expect(await behind.stat(key)).toBeNull();
    // Without a signature nothing of the private bucket, of listings or of the server is served.
    const { bucketPrefix } = settings;
    const strangers = [`${bucketPrefix}-private/a`, `${bucketPrefix}-public/`, "", "minio/health"];
    for (const path of strangers) expect((await fetch(`${edge.url}/${path}`)).status).toBe(404);
    expect(await put(`${edge.url}/${bucketPrefix}-public/mine.jpg`)).toBe(404);
    expect(await put(url)).toBe(200);
    expect(edge.taken.at(-1)).toBe("storage-signed");
    const signed = await fetch(await behind.signedUrl(key, 60));
    expect(await signed.text()).toBe("jpeg");
    const shown = key.replace("private/", "public/");
    await behind.put(shown, body, { contentType: "image/jpeg" });
    expect((await fetch(behind.publicUrl(shown))).status).toBe(200);
    expect(edge.taken.at(-1)).toBe("storage-public");
    await edge.close();
  });

  it("says that it is away when nobody answers, and comes back by itself", async () => {
    const settings = settingsFor();
    const lonely = new S3ObjectStorage({
      settings: { ...settings, endpoint: "http://127.0.0.1:9" },
    });
    const away = { name: "StorageUnavailableError", kind: "away" };
    await expect(lonely.check()).rejects.toMatchObject(away);
    await expect(lonely.stat("private/a/b")).rejects.toMatchObject(away);
    const put = lonely.put("private/a/b", Buffer.from("x"), { contentType: "text/plain" });
    await expect(put).rejects.toMatchObject(away);
    if (!server.kill || !server.restart) return;
    const key = `private/${randomUUID()}/kept.jpg`;
    await storage.put(key, Buffer.from("kept"), { contentType: "image/jpeg" });
    await server.kill();
    await expect(storage.check()).rejects.toMatchObject(away);
    await expect(storage.get(key)).rejects.toMatchObject(away);
    await server.restart();
    await storage.check();
    expect((await storage.get(key)).toString()).toBe("kept");
  }, 60_000);
});
