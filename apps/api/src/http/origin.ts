import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { newId } from "@oto/db";
import type { Origin } from "@oto/services";

/** Header names that the front ends' servers speak to the API with. */
export const FRONT_END_KEY = "x-oto-front-end";
export const FRONT_END_CLIENT = "x-oto-client-ip";

/** What a front end's server proves itself with; derived, so that the secret itself never travels. */
export const frontEndKey = (secret: string): string =>
  createHmac("sha256", secret).update("front-end-server").digest("base64url");

const one = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function localeOf(header: string | null): "tr" | "en" {
  return header?.trim().toLowerCase().startsWith("en") ? "en" : "tr";
}

/** Whether a front end's own server sends this request. */
export function isFrontEnd(request: IncomingMessage, secret: string): boolean {
  const key = one(request.headers[FRONT_END_KEY]);
  return key !== null && sameText(key, frontEndKey(secret));
}

export interface OriginOptions {
  /** Address as the server sees it, trusted proxies already unwrapped. */
  address: string;
  secret: string;
}

/**
 * Where a request comes from. The visitor's address behind a front end's own server is believed
 * only together with that server's key.
 */
export function originOf(request: IncomingMessage, { address, secret }: OriginOptions): Origin {
  const behind = one(request.headers[FRONT_END_CLIENT]);
  const frontEnd = isFrontEnd(request, secret);
  return {
    ip: behind !== null && frontEnd ? behind.slice(0, 64) : address,
    frontEnd,
    requestId: newId(),
    userAgent: one(request.headers["user-agent"])?.slice(0, 300) ?? null,
    locale: localeOf(one(request.headers["x-locale"]) ?? one(request.headers["accept-language"])),
  };
}

/** `Authorization: Bearer …`, or null. */
export function bearerOf(request: IncomingMessage): string | null {
  const match = /^Bearer ([\w.~+/=-]{10,4096})$/.exec(request.headers.authorization ?? "");
  return match?.[1] ?? null;
}

/** `Idempotency-Key`, or null. */
export function idempotencyKeyOf(request: IncomingMessage): string | null {
  const value = one(request.headers["idempotency-key"]);
  return value && value.length <= 200 ? value : null;
}
