import type { Database } from "@oto/db";
import type { Identity, Platform } from "../context";

/**
 * The database for whoever makes a request: lists may come from a replica, but never without what
 * this person or their gallery wrote before.
 */
export function callerDatabase({ database }: Platform, identity: Identity | null): Database {
  if (!identity) return database;
  const { userId, gallery } = identity;
  return database.onBehalfOf(
    gallery ? [`user:${userId}`, `gallery:${gallery.id}`] : [`user:${userId}`],
  );
}
