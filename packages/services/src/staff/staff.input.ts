import { emailField, GALLERY_ROLES, passwordField, personNameField, phoneField } from "@oto/domain";
import { z } from "zod";

/** Roles that can be given; ownership is only ever handed over. */
const roleField = z.enum(GALLERY_ROLES).exclude(["OWNER"]);

const tokenField = z.string({ error: "validation.required" }).min(1).max(200);
const passwordAsTyped = z.string({ error: "validation.required" }).min(1).max(200);

/** Input of `staff.invite`: one way to reach the person, and what they will be. */
export const inviteInput = z
  .strictObject({
    role: roleField,
    phone: phoneField.optional(),
    email: emailField.optional(),
  })
  .superRefine(({ phone, email }, ctx) => {
    if ((phone === undefined) !== (email === undefined)) return;
    ctx.addIssue({ code: "custom", message: "validation.required", path: ["phone"], input: phone });
  });
export type InviteInput = z.infer<typeof inviteInput>;

/** Input of everything that names one invitation. */
export const invitationIdInput = z.strictObject({ invitationId: z.uuid() });
export type InvitationIdInput = z.infer<typeof invitationIdInput>;

/** Input of `staff.changeRole`. */
export const changeRoleInput = z.strictObject({ userId: z.uuid(), role: roleField });
export type ChangeRoleInput = z.infer<typeof changeRoleInput>;

/** Input of `staff.remove`. */
export const memberIdInput = z.strictObject({ userId: z.uuid() });
export type MemberIdInput = z.infer<typeof memberIdInput>;

/** Input of `staff.handOver`. */
export const handOverInput = z.strictObject({ userId: z.uuid(), password: passwordAsTyped });
export type HandOverInput = z.infer<typeof handOverInput>;

/** Input of `staff.invitation`: what the link carries. */
export const invitationTokenInput = z.strictObject({ token: tokenField });
export type InvitationTokenInput = z.infer<typeof invitationTokenInput>;

/** Input of `staff.joinWithAccount`. */
export const joinWithAccountInput = z.strictObject({
  token: tokenField,
  password: passwordAsTyped,
});
export type JoinWithAccountInput = z.infer<typeof joinWithAccountInput>;

/** Input of `staff.joinAsNew`; `email` where the invitation went to a phone. */
export const joinAsNewInput = z.strictObject({
  token: tokenField,
  firstName: personNameField,
  lastName: personNameField,
  email: emailField.optional(),
  password: passwordField,
  consents: z.strictObject({
    terms: z.literal(true, { error: "validation.consent_required" }),
    kvkk: z.literal(true, { error: "validation.consent_required" }),
    marketing: z.boolean().optional(),
  }),
});
export type JoinAsNewInput = z.infer<typeof joinAsNewInput>;
