import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { inPortsWords, openS3Client } from "./s3-client";

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function answering(answer: (url: string) => { status: number; body: string } | undefined) {
  const started = createServer((request, response) => {
    const told = answer(request.url ?? "");
    if (told) response.writeHead(told.status, { "content-type": "application/xml" }).end(told.body);
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const { port } = started.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  const keys = { accessKey: "a", secretKey: "b", region: "us-east-1" };
  const settings = { endpoint, publicUrl: endpoint, bucketPrefix: "x", uploadOrigins: [], ...keys };
  return openS3Client(settings, 100);
}

const told = (code: string) => `<Error><Code>${code}</Code><Message>m</Message></Error>`;
const put = (client: Awaited<ReturnType<typeof answering>>) =>
  inPortsWords("key", () => client.putObject("bucket", "name", Buffer.from("x"), 1));

it("gives a server up that goes silent", async () => {
  const client = await answering(() => undefined);
  await expect(put(client)).rejects.toMatchObject({ kind: "away" });
});

it.each([
  [503, "SlowDown", { name: "StorageUnavailableError", kind: "away" }],
  [500, "InternalError", { name: "StorageUnavailableError", kind: "away" }],
  [507, "XMinioStorageFull", { name: "StorageUnavailableError", kind: "full" }],
  [403, "QuotaExceeded", { name: "StorageUnavailableError", kind: "full" }],
  [404, "NoSuchKey", { name: "ObjectNotFoundError", key: "key" }],
  [403, "AccessDenied", { name: "S3Error", code: "AccessDenied" }],
])("says in the port's words what %i %s means", async (status, code, error) => {
  const client = await answering(() => ({ status, body: told(code) }));
  await expect(put(client)).rejects.toMatchObject(error);
});
