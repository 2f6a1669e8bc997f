import type { GalleryRole } from "@oto/domain";

/** Somebody who works in the gallery. ISO instants. */
export interface MemberView {
  userId: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string | null;
  role: GalleryRole;
  joinedAt: string;
  lastSeenAt: string | null;
  /** Whether it is the caller. */
  self: boolean;
}

/** An invitation that nobody has taken yet. */
export interface InvitationView {
  invitationId: string;
  role: GalleryRole;
  phone: string | null;
  email: string | null;
  sentAt: string;
  expiresAt: string;
  expired: boolean;
}

/** Answer of `staff.list`. */
export interface TeamView {
  items: MemberView[];
  invitations: InvitationView[];
  nextCursor: null;
}

/** What an invitation says to whoever holds its link. */
export interface InvitationOfferView {
  galleryName: string;
  role: GalleryRole;
  /** Where it was sent: the address in full, the phone in full; the holder received it there. */
  phone: string | null;
  email: string | null;
  expiresAt: string;
  /** Whether that phone or address has an account, which then joins with its password. */
  hasAccount: boolean;
}
