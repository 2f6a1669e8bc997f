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
