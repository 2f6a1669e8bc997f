import { createHmac, timingSafeEqual } from "node:crypto";
import type { Platform } from "../context";
import { deriveKey } from "../crypto/secret-box";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Secrets = Pick<Platform, "env">;

function sign({ env }: Secrets, userId: string): Buffer {
  const key = deriveKey(env.OTO_SECRET, "unsubscribe");
  return createHmac("sha256", key).update(`marketing:${userId}`).digest();
}

/**
 * What a link out of commercial messages carries: who, and the platform's word that it gave the link
 * to them. It takes a consent back and does nothing else, so it needs no end.
 */
export const unsubscribeToken = (secrets: Secrets, userId: string): string =>
  `${userId}.${sign(secrets, userId).toString("base64url")}`;

/** Whose consent a token takes back; null when it is none of ours. */
export function readUnsubscribeToken(secrets: Secrets, token: string): string | null {
  const [userId = "", signature = "", ...more] = token.split(".");
  if (!UUID.test(userId) || more.length > 0) return null;
  const given = Buffer.from(signature, "base64url");
  const expected = sign(secrets, userId);
  return given.length === expected.length && timingSafeEqual(given, expected) ? userId : null;
}

/** Where one POST ends commercial messages, and a browser is asked first. */
export const unsubscribeUrl = (platform: Pick<Platform, "env">, userId: string): string =>
  new URL(`/unsubscribe/${unsubscribeToken(platform, userId)}`, platform.env.OTO_PUBLIC_API_URL)
    .href;
