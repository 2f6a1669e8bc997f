import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assertPublicUrl, ForbiddenUrlError, guardedFetch, isPublicAddress } from ".";

const PUBLIC = "93.184.216.34";
const resolve = async () => [PUBLIC];

describe("URLs that people give", () => {
  it.each([
    ...["http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/"],
    ...["http://0177.0.0.1/", "http://0/", "http://127.0.0.1./", "http://[::1]/", "http://[::]/"],
    ...["http://[::ffff:127.0.0.1]/", "http://[::ffff:a9fe:a9fe]/", "http://[64:ff9b::7f00:1]/"],
    ...["http://[2002:7f00:1::]/", "http://[fe80::1]/", "http://[fd00::1]/", "http://[::7f00:1]/"],
    ...["http://169.254.169.254/latest/meta-data/", "http://2852039166/", "http://10.0.0.1/"],
    ...["http://100.100.100.200/", "http://192.168.1.1/", "http://172.31.0.1/", "http://0.0.0.0/"],
    ...[
      "http://①②⑦.⓪.⓪.①/",
      "http://127。0。0。1/",
      "http://224.0.0.1/",
      "http://255.255.255.255/",
    ],
    ...["file:///etc/passwd", "gopher://example.com/", "data:text/html,x", "javascript:alert(1)"],
    ...["ftp://example.com/", "http://user:pw@example.com/", "http://example.com:22/", "//x", ""],
    `http://example.com/${"a".repeat(3_000)}`,
  ])("are refused: %s", async (url) => {
    await expect(assertPublicUrl(url, { resolve })).rejects.toThrow(ForbiddenUrlError);
  });

  it("are refused when any address of the name is not public", async () => {
    for (const hidden of ["127.0.0.1", "10.1.2.3", "::1", "169.254.169.254", "fd00::1"]) {
      const both = async () => [PUBLIC, hidden];
      await expect(assertPublicUrl("http://a.example/", { resolve: both })).rejects.toThrow(
        ForbiddenUrlError,
      );
    }
    const nowhere = async () => [];
    await expect(assertPublicUrl("http://a.example/", { resolve: nowhere })).rejects.toThrow();
  });

  it("are taken when they are public", async () => {
    for (const url of [
      "https://example.com/a?b=c",
      `http://${PUBLIC}/`,
      "http://[2606:4700::1]/",
    ]) {
      expect((await assertPublicUrl(url, { resolve })).protocol).toMatch(/^https?:$/);
    }
    expect(isPublicAddress("2606:4700::1111")).toBe(true);
    expect(isPublicAddress("example.com")).toBe(false);
  });
});

describe("guardedFetch", () => {
  let server: Server;
  let base: string;
  const asked: { host: string | undefined; authorization: string | undefined }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { host, authorization } = request.headers;
      asked.push({ host, authorization });
      const to = new URL(request.url ?? "/", "http://x").searchParams.get("to");
      if (to) response.writeHead(302, { location: to }).end();
      else if (request.url === "/large") response.end("x".repeat(2_000));
      else if (request.url === "/slow") response.write("x");
      else response.end("ok");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    // cast: a listening TCP server has an address with a port.
    base = `http://shop.example:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** The test's own server plays the public internet; everything else is judged as usual. */
  const open = () => ({
    ports: [Number(new URL(base).port), 80],
    resolve: async (host: string) => [host === "shop.example" ? "127.0.0.1" : PUBLIC],
    isAllowed: (address: string) => address === "127.0.0.1" || isPublicAddress(address),
  });

  it("brings the answer of a public address", async () => {
    const answer = await guardedFetch(`${base}/`, open());
    expect([answer.status, answer.body.toString()]).toEqual([200, "ok"]);
    expect(asked.at(-1)?.host).toBe(new URL(base).host);
  });

  it.each(["http://169.254.169.254/", "http://[::1]/", "http://10.0.0.1/", "file:///etc/passwd"])(
    "follows no redirect to %s",
    async (to) => {
      const url = `${base}/?to=${encodeURIComponent(to)}`;
      await expect(guardedFetch(url, open())).rejects.toThrow(ForbiddenUrlError);
    },
  );

  it("ends a circle of redirects", async () => {
    await expect(
      guardedFetch(`${base}/?to=/%3Fto=/%253Fto=/%25253Fto=/%2525253Fto=/`, open()),
    ).rejects.toThrow(/redirects/);
  });

  it("talks to the address it checked, whatever the name says a moment later", async () => {
    let turn = 0;
    const rebinding = async () => {
      turn += 1;
      return [turn === 1 ? PUBLIC : "169.254.169.254"];
    };
    await expect(
      guardedFetch(`${base}/`, { ...open(), resolve: rebinding, timeoutMs: 500 }),
    ).rejects.toThrow(ForbiddenUrlError);
  });

  it("ends an answer that is too large or too slow", async () => {
    await expect(guardedFetch(`${base}/large`, { ...open(), maxBytes: 1_000 })).rejects.toThrow(
      /larger/,
    );
    await expect(guardedFetch(`${base}/slow`, { ...open(), timeoutMs: 100 })).rejects.toThrow();
  });
});
