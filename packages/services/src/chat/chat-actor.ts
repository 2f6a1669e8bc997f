import { PLATFORM_MEMBER } from "@oto/domain";
import type { DealerContext, Platform, StaffContext } from "../context";

/** Who talks: a member of a gallery, or the platform's staff. */
export interface ChatActor {
  readonly userId: string;
  /** Feed and membership that they act for: their gallery's id or the platform's. */
  readonly memberId: string;
  /** Null for the platform's staff. */
  readonly galleryId: string | null;
}

/** A gallery's member as an actor. */
export const dealerActor = ({ gallery, identity }: DealerContext): ChatActor => ({
  userId: identity.userId,
  memberId: gallery.id,
  galleryId: gallery.id,
});

/** Staff as an actor. */
export const staffActor = ({ identity }: StaffContext): ChatActor => ({
  userId: identity.userId,
  memberId: PLATFORM_MEMBER,
  galleryId: null,
});

/** The platform and who acts on it. */
export interface ActorContext {
  readonly platform: Platform;
  readonly actor: ChatActor;
}
