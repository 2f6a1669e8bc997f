import type { GalleryRole, GalleryStatus, PlatformRole } from "@oto/domain";
import type { Identity, Platform } from "../context";
import { readAccessToken } from "./access-token";

/** One round trip on every request: prepared, on the plain pool, no transaction around it. */
const BY_SESSION = {
  name: "identity-by-session",
  text: `
    select u.platform_role, m.gallery_id, m.role, g.status
    from session s
    join app_user u on u.id = s.user_id
    left join membership m on m.user_id = s.user_id and m.gallery_id = s.gallery_id
    left join gallery g on g.id = m.gallery_id
    where s.id = $1 and s.user_id = $2 and s.revoked_at is null and s.expires_at > $3`,
} as const;

/** The same for many sessions at once. */
const BY_SESSIONS = {
  name: "identities-by-session",
  text: `
    select s.id as session_id, s.user_id, u.platform_role, m.gallery_id, m.role, g.status
    from session s
    join app_user u on u.id = s.user_id
    left join membership m on m.user_id = s.user_id and m.gallery_id = s.gallery_id
    left join gallery g on g.id = m.gallery_id
    where s.id = any($1) and s.revoked_at is null and s.expires_at > $2`,
} as const;

interface IdentityRow {
  platform_role: PlatformRole | null;
  gallery_id: string | null;
  role: GalleryRole | null;
  status: GalleryStatus | null;
}

function toIdentity(who: { userId: string; sessionId: string }, row: IdentityRow): Identity {
  const { gallery_id: id, role, status } = row;
  return {
    ...who,
    platformRole: row.platform_role,
    gallery: id && role && status ? { id, role, status } : null,
  };
}

/** The person behind a session in force, with their rights of this moment; else null. */
export async function loadIdentity(
  platform: Platform,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<Identity | null> {
  const { rows } = await platform.database.pool.query<IdentityRow>({
    ...BY_SESSION,
    values: [sessionId, userId, platform.now()],
  });
  const row = rows[0];
  return row ? toIdentity({ userId, sessionId }, row) : null;
}

/** Those of the sessions that are in force now, each with its person's rights of this moment. */
export async function loadIdentities(
  platform: Platform,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, Identity>> {
  const { rows } = await platform.database.pool.query<
    IdentityRow & { session_id: string; user_id: string }
  >({ ...BY_SESSIONS, values: [sessionIds, platform.now()] });
  return new Map(
    rows.map((row) => {
      const [sessionId, userId] = [row.session_id, row.user_id];
      return [sessionId, toIdentity({ userId, sessionId }, row)];
    }),
  );
}

/**
 * Who an access token speaks for, as the database knows it now: a revoked or ended session is
 * nobody, and a gallery's new state counts from the next request on.
 */
export async function resolveIdentity(
  platform: Platform,
  accessToken: string,
): Promise<Identity | null> {
  const claims = await readAccessToken(platform, accessToken);
  return claims ? loadIdentity(platform, claims) : null;
}
