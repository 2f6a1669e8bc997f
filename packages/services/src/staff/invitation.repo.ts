import type { Tx } from "@oto/db";
import type { GalleryRole } from "@oto/domain";
import { DomainError } from "@oto/domain";
import { hashToken } from "../auth/secrets";
import type { Platform } from "../context";
import type { InvitationView } from "./staff.views";

interface InvitationRow {
  id: string;
  role: GalleryRole;
  phone: string | null;
  email: string | null;
  sentAt: Date;
  expiresAt: Date;
}

export const toInvitationView = (row: InvitationRow, now: Date): InvitationView => ({
  invitationId: row.id,
  role: row.role,
  phone: row.phone,
  email: row.email,
  sentAt: row.sentAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  expired: row.expiresAt <= now,
});

const openSelect = {
  id: true,
  galleryId: true,
  role: true,
  phone: true,
  email: true,
  expiresAt: true,
  gallery: { select: { name: true } },
} as const;

/**
 * The invitation that a link opens.
 * @throws DomainError `staff.invitation_invalid`
 */
export async function openInvitation(platform: Platform, tx: Tx, token: string) {
  const found = await tx.invitation.findFirst({
    where: {
      tokenHash: hashToken(token),
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: platform.now() },
    },
    select: openSelect,
  });
  if (!found) throw new DomainError("staff.invitation_invalid");
  return found;
}

/** The account that goes by the phone or address of an invitation. */
export const accountOf = (tx: Tx, to: { phone: string | null; email: string | null }) =>
  tx.user.findUnique({
    where: to.phone === null ? { email: to.email ?? "" } : { phone: to.phone },
    select: {
      id: true,
      passwordHash: true,
      platformRole: true,
      memberships: { select: { galleryId: true } },
    },
  });
