import { SendRefusedError } from "@oto/adapters";
import type { Tx } from "@oto/db";
import type { Locale } from "@oto/domain";
import type { Platform } from "../context";
import { invitationBox } from "./invite.service";

const REASON = "invitations go to people of no gallery";

const TEXTS: Record<Locale, (gallery: string) => { line: string; subject: string; how: string }> = {
  tr: (gallery) => ({
    line: `${gallery} sizi ekibine davet etti.`,
    subject: `${gallery} sizi ekibine davet etti`,
    how: "Daveti kabul etmek için bağlantıyı 7 gün içinde açın:",
  }),
  en: (gallery) => ({
    line: `${gallery} invites you to its team.`,
    subject: `${gallery} invites you to its team`,
    how: "Open the link within 7 days to accept:",
  }),
};

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
  const { line, subject, how } = TEXTS[row.locale === "en" ? "en" : "tr"](row.gallery.name);
  const base = platform.env.OTO_GALLERY_URL.replace(/\/$/, "");
  const url = `${base}/davet#token=${invitationBox(platform).open(row.tokenCipher)}`;
  const common = { template: "staff.invitation", idempotencyKey };
  const { sms, email } = platform.adapters;
  try {
    if (row.phone) await sms.send({ ...common, to: row.phone, text: `Kontak: ${line} ${url}` });
    if (row.email) {
      const text = [line, `${how}\n${url}`, "Kontak"].join("\n\n");
      await email.send({ ...common, to: row.email, subject: `Kontak: ${subject}`, text });
    }
  } catch (error) {
    if (!(error instanceof SendRefusedError)) throw error;
    platform.logger.warn({ invitationId, providerCode: error.code }, "invitation refused");
  }
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
