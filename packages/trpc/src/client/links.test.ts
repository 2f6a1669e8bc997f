import { createTRPCClient } from "@trpc/client";
import type { AnyTRPCRouter } from "@trpc/server";
import { afterEach, expect, it, vi } from "vitest";
import { apiLinks } from "./links";

afterEach(() => vi.unstubAllGlobals());

/** Only what the test calls: the client knows no router at run time. */
type Calls = Record<string, Record<string, { query(): Promise<unknown> }>>;

it("sends calls made together as one batch a service, never mixing services", async () => {
  const paths: string[] = [];
  vi.stubGlobal("fetch", async (address: string) => {
    const path = new URL(address).pathname.replace("/trpc/", "");
    paths.push(path);
    const body = path.split(",").map((name) => ({ result: { data: name } }));
    return new Response(JSON.stringify(body));
  });
  const links = apiLinks({ url: "http://api.test/trpc" });
  // cast: a client of no router in particular.
  const api = createTRPCClient<AnyTRPCRouter>({ links }) as unknown as Calls;
  const answers = await Promise.all([
    api.offer?.list?.query(),
    api.inventory?.list?.query(),
    api.offer?.get?.query(),
  ]);
  expect(answers).toEqual(["offer.list", "inventory.list", "offer.get"]);
  expect(paths.sort()).toEqual(["inventory.list", "offer.list,offer.get"]);
});

it("posts a query that is too long for an address, and gets the others", async () => {
  const calls: { method: string | undefined; address: string; body: unknown }[] = [];
  vi.stubGlobal("fetch", async (address: string, { method, body }: RequestInit) => {
    calls.push({ method, address, body });
    return new Response(JSON.stringify([{ result: { data: "seen" } }]));
  });
  const links = apiLinks({ url: "http://api.test/trpc" });
  // cast: a client of no router in particular.
  const api = createTRPCClient<AnyTRPCRouter>({ links }) as unknown as {
    text: { preview: { query(input: { body: string }): Promise<unknown> } };
  };
  const long = "ğ".repeat(2_000);
  expect(await api.text.preview.query({ body: "kısa" })).toBe("seen");
  expect(await api.text.preview.query({ body: long })).toBe("seen");
  expect(calls.map(({ method }) => method)).toEqual(["GET", "POST"]);
  expect(calls[1]?.address).toBe("http://api.test/trpc/text.preview?batch=1");
  expect(calls[1]?.body).toContain(long);
});
