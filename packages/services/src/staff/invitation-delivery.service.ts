import type { Tx } from "@oto/db";
import type { Platform } from "../context";
import { sendSystemMessage } from "../notification/send-system-message";
import { invitationBox } from "./invite.service";

const REASON = "invitations go to people of no gallery";

/** Sends an invitation to its phone or address, at most once whatever is delivered twice. */
export async function sendInvitation(
  platform: Platform,
  { invitationId, idempotencyKey }: { invitationId: string; idempotencyKey: string },
): Promise<void> {
  const row = await platform.database.unsafeSystem(REASON).read((tx) =>
    tx.invitation.findUnique({
      where: { id: invitationId },
      select: {
        phone: true,
        email: true,
        tokenCipher: true,
        locale: true,
        expiresAt: true,
        gallery: { select: { name: true } },
      },
    }),
  );
  if (!row?.tokenCipher || row.expiresAt <= platform.now()) return;
  const base = platform.env.OTO_GALLERY_URL.replace(/\/$/, "");
  const url = `${base}/davet#token=${invitationBox(platform).open(row.tokenCipher)}`;
  await sendSystemMessage(platform, {
    name: "staff.invitation",
    to: { phone: row.phone, email: row.email },
    locale: row.locale === "en" ? "en" : "tr",
    values: { galleryName: row.gallery.name, url },
    idempotencyKey,
    about: { invitationId },
  });
}

/** Erases what the sender no longer needs; a link sent again meanwhile keeps its own. */
export async function forgetInvitationToken(
  tx: Tx,
  { invitationId, sends }: { invitationId: string; sends: number },
): Promise<void> {
  await tx.invitation.updateMany({
    where: { id: invitationId, sends },
    data: { tokenCipher: null },
  });
}
