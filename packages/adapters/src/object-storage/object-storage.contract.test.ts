import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { LocalObjectStorage } from "./local-object-storage.adapter";
import { LocalStorageHttp } from "./local-storage-http";
import { objectStorageContract } from "./object-storage.contract";

let folder: string;
let server: Server;
let storage: LocalObjectStorage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kontak-storage-"));
  server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    const {
      status,
      headers: out,
      body,
    } = await http.handle({ method, url, headers, body: request });
    response.writeHead(status, out);
    if (body instanceof Readable) body.pipe(response);
    else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  storage = new LocalObjectStorage({
    folder,
    publicApiUrl: `http://127.0.0.1:${port}/`,
    secret: "a secret of more than thirty-two bytes",
  });
  const http = new LocalStorageHttp(storage);
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

objectStorageContract("local folder", async () => ({ storage }));

describe("object storage: local folder over HTTP", () => {
  it("drops a chunked body as soon as it runs over, and leaves nothing behind", async () => {
    const key = "private/over/run.jpg";
    const { url, headers } = await storage.createUpload({
      key,
      contentType: "image/jpeg",
      size: 10,
      expiresInS: 60,
    });
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 10_000) controller.close();
        else controller.enqueue(Buffer.alloc(16_384));
      },
    });
    const init = { method: "PUT", headers, body: endless, duplex: "half" } as RequestInit;
    await fetch(url, init).then(
      ({ status }) => expect(status).toBe(413),
      () => undefined,
    );
    expect(sent).toBeLessThan(10_000);
    expect(await storage.stat(key)).toBeNull();
    await vi.waitFor(async () => expect(await readdir(join(folder, "tmp"))).toEqual([]));
  });

  it("answers 304 to a browser that has it, and downloads what is no picture", async () => {
    const key = "public/page/evil.html";
    await storage.put(key, Buffer.from("<script>alert(1)</script>"), { contentType: "text/html" });
    const first = await fetch(storage.publicUrl(key));
    expect(first.headers.get("content-disposition")).toBe("attachment");
    expect(first.headers.get("x-content-type-options")).toBe("nosniff");
    expect(first.headers.get("content-security-policy")).toContain("sandbox");
    const etag = first.headers.get("etag") ?? "";
    const again = await fetch(storage.publicUrl(key), { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
  });

  it("finds no way out of the folder", async () => {
    await writeFile(join(folder, "secret.txt"), "secret");
    const base = storage.publicUrl("public/x").slice(0, -"public/x".length);
    for (const path of [
      "public/..%2f..%2fsecret.txt",
      "public/%2e%2e/%2e%2e/secret.txt",
      "public/....//secret.txt",
      "public/%00",
      "signed/../../secret.txt",
      "upload/public/x",
      "nowhere/x",
      "",
    ]) {
      expect((await fetch(`${base}${path}`)).status, path).toBeGreaterThanOrEqual(400);
    }
    expect((await fetch(`${base}public/x`, { method: "DELETE" })).status).toBe(405);
  });

  it("tells a full disk from other trouble and leaves no half file", async () => {
    const key = "private/full/a.jpg";
    const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    const source = Readable.from(
      (async function* () {
        yield Buffer.alloc(1_000);
        throw full;
      })(),
    );
    const refused = storage.put(key, source, { contentType: "image/jpeg" });
    await expect(refused).rejects.toMatchObject({ name: "StorageUnavailableError", kind: "full" });
    expect(await storage.stat(key)).toBeNull();
    expect(await readdir(join(folder, "tmp"))).toEqual([]);
  });

  it("keeps no beginning of an object for which there was no room", async () => {
    // Beyond the limit the system writes a part, as it does on a disk that gets full.
    const limit = (soft: number | "unlimited") =>
      execFileSync("prlimit", ["--pid", String(process.pid), `--fsize=${soft}:`]);
    const size = 2_000_000;
    const request = { key: "private/room/b.jpg", contentType: "image/jpeg", size, expiresInS: 60 };
    const { url, headers } = await storage.createUpload(request);
    limit(1_000_000);
    try {
      const refused = storage.put("private/room/a.jpg", Buffer.alloc(size), {
        contentType: "image/jpeg",
      });
      await expect(refused).rejects.toMatchObject({ name: "StorageUnavailableError" });
      const upload = await fetch(url, { method: "PUT", headers, body: Buffer.alloc(size) });
      expect(upload.status).toBe(507);
    } finally {
      limit("unlimited");
    }
    expect(await storage.stat("private/room/a.jpg")).toBeNull();
    expect(await storage.stat("private/room/b.jpg")).toBeNull();
    expect(await readdir(join(folder, "tmp"))).toEqual([]);
  });

  it("says that it is not well when the folder cannot be written", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    const broken = new LocalObjectStorage({
      folder: join(file, "below"),
      publicApiUrl: "http://localhost",
      secret: "x".repeat(32),
    });
    await expect(broken.check()).rejects.toThrow();
  });
});
