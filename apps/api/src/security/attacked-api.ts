import type { AddressInfo } from "node:net";
import type { Platform } from "@oto/services";
import type { TestPlatform } from "@oto/services/testing";
import { createTestPlatform } from "@oto/services/testing";
import { readApiEnv } from "../env";
import { buildServer } from "../http/server";
import type { ListedProcedure } from "../trpc/procedure-list";

export interface Answer {
  status: number;
  /** tRPC's envelope, or the text where it was none. */
  body: {
    result?: { data?: unknown };
    error?: { message: string; data?: { code?: string; reason?: string } };
  };
  text: string;
  headers: Headers;
}

interface CallOptions {
  token?: string | null | undefined;
  headers?: Record<string, string>;
  /** Raw text of the input, where it must not go through `JSON.stringify`. */
  raw?: string;
}

/** A running API on a database of its own, called over real HTTP. */
export interface AttackedApi {
  readonly test: TestPlatform;
  readonly platform: Platform;
  readonly url: string;
  /** Calls one procedure as a client would: queries by GET, the others by POST. */
  call(
    procedure: Pick<ListedProcedure, "path" | "type">,
    input?: unknown,
    options?: CallOptions,
  ): Promise<Answer>;
  /** Any request at all. */
  request(path: string, init?: RequestInit): Promise<Answer>;
  close(): Promise<void>;
}

export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const { status, headers } = response;
  try {
    return { status, text, headers, body: JSON.parse(text) };
  } catch {
    return { status, text, headers, body: {} };
  }
}

export interface AttackedApiOptions {
  limits?: "on" | "off";
  /** Further variables of the API's own environment. */
  env?: Record<string, string>;
}

/** Starts an API for attacks; request limits are off unless they are what is attacked. */
export async function openAttackedApi(options: AttackedApiOptions = {}): Promise<AttackedApi> {
  const limits = options.limits ?? "off";
  const test = await createTestPlatform({ OTO_RATE_LIMITS: limits });
  const { OTO_SECRET } = test.platform.env;
  const env = readApiEnv({
    DATABASE_URL: test.databaseUrl,
    OTO_SECRET,
    OTO_ENV: "test",
    OTO_RATE_LIMITS: limits,
    ...options.env,
  });
  const server = await buildServer(test.platform, env);
  await server.listen({ host: "127.0.0.1", port: 0 });
  // cast: a listening TCP server has an address with a port.
  const { port } = server.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const request = async (path: string, init: RequestInit = {}) =>
    readAnswer(await fetch(url + path, { redirect: "manual", ...init }));

  return {
    test,
    platform: test.platform,
    url,
    request,
    call({ path, type }, input, { token, headers, raw } = {}) {
      const text = raw ?? (input === undefined ? undefined : JSON.stringify(input));
      const authorization = token ? { authorization: `Bearer ${token}` } : {};
      if (type === "mutation") {
        return request(`/trpc/${path}`, {
          method: "POST",
          headers: { "content-type": "application/json", ...authorization, ...headers },
          body: text ?? "{}",
        });
      }
      const query = text === undefined ? "" : `?input=${encodeURIComponent(text)}`;
      return request(`/trpc/${path}${query}`, { headers: { ...authorization, ...headers } });
    },
    async close() {
      await server.close();
      await test.close();
    },
  };
}

/** An answer without what differs from request to request. */
export const withoutRequestId = ({ status, text }: Answer): string =>
  `${status} ${text.replace(/"requestId":"[^"]*"/g, "")}`;
