import type { Pool } from "pg";
import type { GalleryPresence, Presence, PresentConnection, UserPresence } from "./presence.port";
import { byPresence, PRESENCE_TTL_MS } from "./presence.port";

interface PresenceRow {
  userId: string;
  connections: number;
  lastSeenAt: Date;
}

/** Presence in tables `presence_connection` and `presence_seen`. */
export class PostgresPresence implements Presence {
  readonly #pool: Pool;
  readonly #ttlMs: number;

  constructor(pool: Pool, { ttlMs = PRESENCE_TTL_MS }: { ttlMs?: number } = {}) {
    this.#pool = pool;
    this.#ttlMs = ttlMs;
  }

  async beat(connections: readonly PresentConnection[]): Promise<void> {
    await this.#pool.query({
      name: "presence-beat",
      text: `WITH gone AS (
               DELETE FROM presence_connection WHERE expires_at < now() - interval '1 minute'),
             beats AS (
               SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[], $3::text[])
                 AS b(gallery_id, user_id, connection_id)),
             seen AS (
               INSERT INTO presence_seen (gallery_id, user_id, seen_at)
               SELECT DISTINCT gallery_id, user_id, now() FROM beats ORDER BY gallery_id, user_id
               ON CONFLICT (gallery_id, user_id) DO UPDATE SET seen_at = excluded.seen_at)
             INSERT INTO presence_connection (gallery_id, user_id, connection_id, expires_at)
             SELECT *, now() + $4 * interval '1 millisecond' FROM beats ORDER BY 1, 2, 3
             ON CONFLICT (gallery_id, user_id, connection_id)
             DO UPDATE SET expires_at = excluded.expires_at`,
      values: [
        connections.map(({ galleryId }) => galleryId),
        connections.map(({ userId }) => userId),
        connections.map(({ connectionId }) => connectionId),
        this.#ttlMs,
      ],
    });
  }

  async leave({ galleryId, userId, connectionId }: PresentConnection): Promise<void> {
    await this.#pool.query({
      name: "presence-leave",
      text: `WITH left_now AS (
               DELETE FROM presence_connection
               WHERE gallery_id = $1 AND user_id = $2 AND connection_id = $3)
             INSERT INTO presence_seen (gallery_id, user_id, seen_at) VALUES ($1, $2, now())
             ON CONFLICT (gallery_id, user_id) DO UPDATE SET seen_at = excluded.seen_at`,
      values: [galleryId, userId, connectionId],
    });
  }

  async ofGallery(galleryId: string): Promise<UserPresence[]> {
    const { rows } = await this.#pool.query<PresenceRow>({
      name: "presence-of-gallery",
      text: `SELECT s.user_id AS "userId", s.seen_at AS "lastSeenAt",
                    (SELECT count(*)::int FROM presence_connection c
                     WHERE c.gallery_id = s.gallery_id AND c.user_id = s.user_id
                       AND c.expires_at > clock_timestamp()) AS connections
             FROM presence_seen s WHERE s.gallery_id = $1`,
      values: [galleryId],
    });
    return rows.map((row) => ({ ...row, online: row.connections > 0 })).sort(byPresence);
  }

  async ofGalleries(galleryIds: readonly string[]): Promise<ReadonlyMap<string, GalleryPresence>> {
    if (galleryIds.length === 0) return new Map();
    const { rows } = await this.#pool.query<GalleryPresence & { galleryId: string }>({
      name: "presence-of-galleries",
      text: `SELECT s.gallery_id AS "galleryId", max(s.seen_at) AS "lastSeenAt",
                    EXISTS (SELECT FROM presence_connection c
                      WHERE c.gallery_id = s.gallery_id AND c.expires_at > clock_timestamp()) AS online
             FROM presence_seen s WHERE s.gallery_id = any($1::uuid[]) GROUP BY s.gallery_id`,
      values: [galleryIds],
    });
    return new Map(
      rows.map(({ galleryId, online, lastSeenAt }) => [galleryId, { online, lastSeenAt }]),
    );
  }
}
