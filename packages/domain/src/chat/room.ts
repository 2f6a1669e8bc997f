/** What a conversation is about. One over a vehicle turns from VEHICLE to OFFER when a negotiation begins. */
export const CHAT_ROOM_KINDS = ["OFFER", "VEHICLE", "GALLERY", "SUPPORT"] as const;
export type ChatRoomKind = (typeof CHAT_ROOM_KINDS)[number];

/** Stands for the platform where a gallery's id would stand: in feeds and among a room's members. */
export const PLATFORM_MEMBER = "00000000-0000-0000-0000-000000000000";

/** The two ends of a room; nobody is the peer where the platform answers. */
export interface ChatSides {
  readonly galleryId: string;
  readonly peerGalleryId: string | null;
}

export type ChatSubject =
  | { kind: "VEHICLE"; vehicleId: string; buyerGalleryId: string }
  | { kind: "GALLERY"; galleryIds: readonly [string, string] }
  | { kind: "SUPPORT"; caseId: string };

/** The same subject has the same key whoever asks, so that a unique index keeps one room for it. */
export function chatRoomKey(subject: ChatSubject): string {
  switch (subject.kind) {
    case "VEHICLE":
      return `vehicle:${subject.vehicleId}:${subject.buyerGalleryId}`;
    case "GALLERY":
      return `gallery:${subject.galleryIds.toSorted().join(":")}`;
    case "SUPPORT":
      return `support:${subject.caseId}`;
  }
}

/** Members of a room as its feeds name them, in one order for everybody. */
export function chatMembers({ galleryId, peerGalleryId }: ChatSides): [string, string] {
  const [one = galleryId, other = PLATFORM_MEMBER] = [
    galleryId,
    peerGalleryId ?? PLATFORM_MEMBER,
  ].toSorted();
  return [one, other];
}

/** Whoever is at the other end. */
export function otherMember(sides: ChatSides, memberId: string): string {
  const { galleryId, peerGalleryId } = sides;
  return galleryId === memberId ? (peerGalleryId ?? PLATFORM_MEMBER) : galleryId;
}
