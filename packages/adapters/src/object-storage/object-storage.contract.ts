import { randomBytes, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { beforeEach, describe, expect, it } from "vitest";
import type { ListedObject, ObjectStorage, UploadRequest } from "./object-storage.port";
import { InvalidObjectKeyError, ObjectNotFoundError } from "./object-storage.port";

export interface ObjectStorageHarness {
  readonly storage: ObjectStorage;
}

const JPEG = { contentType: "image/jpeg" };

async function all(found: AsyncIterable<ListedObject>): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of found) keys.push(key);
  return keys;
}

/** The rules that every object storage keeps, spoken to over real HTTP where URLs are involved. */
export function objectStorageContract(
  name: string,
  open: () => Promise<ObjectStorageHarness>,
): void {
  describe(`object storage: ${name}`, () => {
    let storage: ObjectStorage;
    let folder: string;
    beforeEach(async () => {
      ({ storage } = await open());
      folder = randomUUID();
    });

    const body = randomBytes(200_000);
    const upload = (over: Partial<UploadRequest> = {}): UploadRequest => ({
      key: `private/${folder}/original.jpg`,
      contentType: "image/jpeg",
      size: body.length,
      expiresInS: 60,
      ...over,
    });

    it("keeps buffers and streams under their key, with type and size", async () => {
      const key = `private/${folder}/a.jpg`;
      expect(await storage.put(key, body, JPEG)).toMatchObject({ key, size: body.length, ...JPEG });
      expect(body.equals(await storage.get(key))).toBe(true);
      await storage.put(`${key}.bin`, Readable.from([body, body]), { contentType: "text/x-odd" });
      expect(await storage.stat(`${key}.bin`)).toMatchObject({
        size: body.length * 2,
        contentType: "text/x-odd",
      });
      expect((await buffer(await storage.getStream(`${key}.bin`))).length).toBe(body.length * 2);
    });

    it("replaces an object whole", async () => {
      const key = `private/${folder}/a.dat`;
      await storage.put(key, body, { contentType: "text/x-odd" });
      await storage.put(key, Buffer.from("new"), { contentType: "application/octet-stream" });
      expect((await storage.get(key)).toString()).toBe("new");
      expect((await storage.stat(key))?.contentType).toBe("application/octet-stream");
    });

    it("knows what is missing", async () => {
      const key = `private/${folder}/none.jpg`;
      expect(await storage.stat(key)).toBeNull();
      await expect(storage.get(key)).rejects.toThrow(ObjectNotFoundError);
      await expect(storage.getStream(key)).rejects.toThrow(ObjectNotFoundError);
      await storage.remove([key]);
    });

    it("stores nothing when the source breaks off", async () => {
      const key = `private/${folder}/broken.jpg`;
      const source = Readable.from(
        (async function* () {
          yield body;
          throw new Error("source broke");
        })(),
      );
      await expect(storage.put(key, source, JPEG)).rejects.toThrow("source broke");
      expect(await storage.stat(key)).toBeNull();
    });

    it("lists by prefix and removes", async () => {
      const keys = ["a/1.jpg", "a/2.jpg", "ab/3.jpg", "b/4.jpg"].map(
        (key) => `public/${folder}/${key}`,
      );
      for (const key of keys) await storage.put(key, body, JPEG);
      expect(await all(storage.list(`public/${folder}/`))).toEqual(keys);
      expect(await all(storage.list(`public/${folder}/a`))).toEqual(keys.slice(0, 3));
      expect(await all(storage.list(`public/${folder}/a/`))).toEqual(keys.slice(0, 2));
      await storage.remove(keys.slice(0, 3));
      expect(await all(storage.list(`public/${folder}/`))).toEqual(keys.slice(3));
      expect(await all(storage.list(`public/${randomUUID()}/`))).toEqual([]);
    });

    it("lists in the order of keys, from behind any key on", async () => {
      const keys = ["a-b/1.jpg", "a.jpg", "a/1.jpg", "a/2.jpg", "a0.jpg", "b.jpg"].map(
        (key) => `private/${folder}/${key}`,
      );
      for (const key of keys.toReversed()) await storage.put(key, Buffer.from("x"), JPEG);
      const prefix = `private/${folder}/`;
      expect(await all(storage.list(prefix))).toEqual(keys);
      for (const [index, after] of keys.entries()) {
        expect(await all(storage.list(prefix, { after }))).toEqual(keys.slice(index + 1));
      }
      const between = `private/${folder}/a/1.jpg0`;
      expect(await all(storage.list(prefix, { after: between }))).toEqual(keys.slice(3));
      for await (const object of storage.list(prefix)) {
        expect(object).toMatchObject({ size: 1, modifiedAt: expect.any(Date) });
        expect(Math.abs(object.modifiedAt.getTime() - Date.now())).toBeLessThan(60_000);
      }
    });

    it.each([
      "",
      "public",
      "public/",
      "other/a.jpg",
      "/public/a.jpg",
      "public/../private/a.jpg",
      "private/..",
      "private/./a.jpg",
      "private//a.jpg",
      "private/.hidden",
      "private/a\\b.jpg",
      "private/a\0.jpg",
      "private/ş.jpg",
      `private/${"a".repeat(600)}`,
    ])("refuses the key %j", async (key) => {
      await expect(storage.put(key, body, JPEG)).rejects.toThrow(InvalidObjectKeyError);
      await expect((async () => storage.get(key))()).rejects.toThrow(InvalidObjectKeyError);
      await expect(storage.createUpload(upload({ key }))).rejects.toThrow(InvalidObjectKeyError);
      await expect(storage.signedUrl(key, 60)).rejects.toThrow(InvalidObjectKeyError);
      expect(() => storage.publicUrl(key)).toThrow(InvalidObjectKeyError);
    });

    it("serves public objects to anybody, cacheable for ever and never executable", async () => {
      const key = `public/${folder}/640.jpg`;
      await storage.put(key, body, JPEG);
      const response = await fetch(storage.publicUrl(key));
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("image/jpeg");
      expect(response.headers.get("cache-control")).toContain("immutable");
      expect(body.equals(Buffer.from(await response.arrayBuffer()))).toBe(true);
      expect(() => storage.publicUrl(`private/${folder}/a.jpg`)).toThrow(InvalidObjectKeyError);
      // Who may not list is not told by every server whether an object is missing or forbidden.
      const missing = await fetch(storage.publicUrl(`public/${folder}/none.jpg`));
      expect([403, 404]).toContain(missing.status);
      const listing = storage.publicUrl("public/x").replace(/\/x$/, "/");
      expect((await fetch(listing)).status).toBeGreaterThanOrEqual(400);
    });

    it("serves a part of an object", async () => {
      const key = `public/${folder}/film.mp4`;
      await storage.put(key, body, { contentType: "video/mp4" });
      const part = (range: string) => fetch(storage.publicUrl(key), { headers: { range } });
      const middle = await part("bytes=100-199");
      expect(middle.status).toBe(206);
      expect(middle.headers.get("content-range")).toBe("bytes 100-199/200000");
      expect(body.subarray(100, 200).equals(Buffer.from(await middle.arrayBuffer()))).toBe(true);
      const end = Buffer.from(await (await part("bytes=-5")).arrayBuffer());
      expect(body.subarray(-5).equals(end)).toBe(true);
      expect((await part("bytes=200000-")).status).toBe(416);
    });

    it("serves private objects by signed URL only", async () => {
      const key = `private/${folder}/a.jpg`;
      await storage.put(key, body, JPEG);
      await storage.put(`private/${folder}/b.jpg`, body, JPEG);
      const url = await storage.signedUrl(key, 60);
      const answer = await fetch(url);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-length")).toBe("200000");
      expect((await fetch(url, { method: "DELETE" })).status).toBeGreaterThanOrEqual(400);
      expect((await fetch(url.replace("/a.jpg", "/b.jpg"))).status).toBe(403);
      expect((await fetch(url.replace(/\?.*/, ""))).status).toBe(403);
      expect((await fetch(await storage.signedUrl(key, -10))).status).toBe(403);
      const asPublic = storage.publicUrl("public/x").replace("public/x", key);
      expect((await fetch(asPublic)).status).not.toBe(200);
    });

    it("takes an upload of exactly the agreed type and size", async () => {
      const { method, url, headers } = await storage.createUpload(upload());
      const response = await fetch(url, { method, headers, body });
      expect(response.status).toBe(200);
      expect(body.equals(await storage.get(upload().key))).toBe(true);
      expect(await storage.stat(upload().key)).toMatchObject({ contentType: "image/jpeg" });
    });

    it("refuses an upload that differs from what was signed", async () => {
      const { method, url, headers } = await storage.createUpload(upload());
      // A server may hang up on a body that it does not want.
      const put = (to: string, init: RequestInit = {}) =>
        fetch(to, { method, headers, body, ...init }).then(
          ({ status }) => status,
          () => 400,
        );
      const html = { ...headers, "content-type": "text/html" };
      expect(await put(url, { headers: html })).toBeGreaterThanOrEqual(400);
      expect(await put(url, { body: Buffer.concat([body, body]) })).toBeGreaterThanOrEqual(400);
      expect(await put(url, { body: body.subarray(1) })).toBeGreaterThanOrEqual(400);
      expect(await put(url.replace("original.jpg", "other.jpg"))).toBe(403);
      expect(await put(url.replace(/(signature=)[^&]+/i, "$1AAAA"))).toBe(403);
      const stale = await storage.createUpload(upload({ expiresInS: -10 }));
      expect(await put(stale.url)).toBe(403);
      expect(await all(storage.list(`private/${folder}/`))).toEqual([]);
    });

    it("says that it is well", async () => {
      await expect(storage.check()).resolves.toBeUndefined();
    });
  });
}
