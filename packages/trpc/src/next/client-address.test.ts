import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { clientAddress, guardClientAddress, parseProxies } from "./client-address";

const proxies = parseProxies("10.0.0.0/8, 2001:db8::1");

describe("the visitor's address", () => {
  it.each([
    ["a stranger's word is not believed", "203.0.113.9", "1.2.3.4", "203.0.113.9"],
    ["a proxy's word is", "10.0.0.5", "203.0.113.9", "203.0.113.9"],
    ["what the visitor wrote before is not", "10.0.0.5", "1.2.3.4, 203.0.113.9", "203.0.113.9"],
    ["proxies behind proxies", "10.0.0.5", "203.0.113.9, 10.1.1.1", "203.0.113.9"],
    ["IPv4 in IPv6", "::ffff:10.0.0.5", "203.0.113.9", "203.0.113.9"],
    ["an IPv6 proxy", "2001:db8::1", "2001:db8:5::7", "2001:db8:5::7"],
    ["no word at all", "10.0.0.5", undefined, "10.0.0.5"],
    ["nonsense", "10.0.0.5", "unknown, <script>", "10.0.0.5"],
  ])("%s", (...[, peer, forwarded, expected]) => {
    expect(clientAddress(peer, forwarded, proxies)).toBe(expected);
  });

  it("refuses a list that is none", () => {
    expect(() => parseProxies("traefik")).toThrow(/OTO_TRUSTED_PROXIES/);
  });
});

describe("a guarded server", () => {
  const server = createServer((request, response) => {
    response.end(String(request.headers["x-forwarded-for"]));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it("sees the peer, whatever the peer says", async () => {
    guardClientAddress(parseProxies(""));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const headers = { "x-forwarded-for": "8.8.8.8" };
    const answer = await new Promise<string>((resolve, reject) => {
      get({ host: "127.0.0.1", port, headers }, (response) => {
        response.setEncoding("utf8").on("data", resolve);
      }).on("error", reject);
    });
    expect(answer).toBe("127.0.0.1");
  });
});
