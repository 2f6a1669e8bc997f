import { createHmac, timingSafeEqual } from "node:crypto";
import type { Platform } from "../context";
import { deriveKey } from "../crypto/secret-box";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Secrets = Pick<Platform, "env">;

/** What a link ends: commercial messages to a person, or the alerts of a saved search. */
export type Unsubscribed =
  | { readonly kind: "marketing"; readonly userId: string }
  | { readonly kind: "search"; readonly savedSearchId: string };

/** Stands before the tokens of saved searches; those of people have nothing before them. */
const SEARCH_MARK = "s";

function sign({ env }: Secrets, purpose: Unsubscribed["kind"], id: string): Buffer {
  const key = deriveKey(env.OTO_SECRET, "unsubscribe");
  return createHmac("sha256", key).update(`${purpose}:${id}`).digest();
}

/**
 * What a link out of messages carries: what it ends, and the platform's word that it gave the link
 * out. It ends that and does nothing else, so it needs no end itself.
 */
export function unsubscribeToken(secrets: Secrets, what: Unsubscribed): string {
  const isSearch = what.kind === "search";
  const id = isSearch ? what.savedSearchId : what.userId;
  const signed = `${id}.${sign(secrets, what.kind, id).toString("base64url")}`;
  return isSearch ? `${SEARCH_MARK}.${signed}` : signed;
}

/** What a token claims to end, whether or not it is one of ours. */
export const unsubscribeKind = (token: string): Unsubscribed["kind"] =>
  token.startsWith(`${SEARCH_MARK}.`) ? "search" : "marketing";

/** What a token ends; null when it is none of ours. */
export function readUnsubscribeToken(secrets: Secrets, token: string): Unsubscribed | null {
  const kind = unsubscribeKind(token);
  const parts = token.split(".");
  const [id = "", signature = "", ...more] = kind === "search" ? parts.slice(1) : parts;
  if (!UUID.test(id) || more.length > 0) return null;
  const given = Buffer.from(signature, "base64url");
  const expected = sign(secrets, kind, id);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return kind === "search" ? { kind, savedSearchId: id } : { kind, userId: id };
}

/** Where one POST ends such messages, and a browser is asked first. */
export const unsubscribeUrl = (platform: Pick<Platform, "env">, what: Unsubscribed): string =>
  new URL(`/unsubscribe/${unsubscribeToken(platform, what)}`, platform.env.OTO_PUBLIC_API_URL).href;
