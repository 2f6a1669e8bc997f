import { emailField, otpCodeField, passwordField, phoneField } from "@oto/domain";
import { z } from "zod";

export { otpRequestInput, otpVerifyInput, registrationInput } from "@oto/domain";

/** A secret of ours as it comes back: random, base64url. */
const secretField = z.string({ error: "validation.required" }).min(1).max(200);

/** Sign-in takes any text as password: old rules must never lock people out. */
const passwordAsTyped = z.string({ error: "validation.required" }).min(1).max(200);

/** Input of `auth.login`; `identifier` is an e-mail or any spelling of a phone. */
export const loginInput = z.strictObject({
  identifier: z.string({ error: "validation.required" }).trim().min(1).max(254),
  password: passwordAsTyped,
  /** Six digits of the app, or a recovery code. */
  totp: z.string().max(20).optional(),
  /** Asks for the second factor on this device once a month only; not for platform staff. */
  rememberDevice: z.boolean().optional(),
  /** What an earlier sign-in with `rememberDevice` gave. */
  deviceToken: secretField.optional(),
});
export type LoginInput = z.infer<typeof loginInput>;

/** Input of `auth.refresh`. */
export const refreshInput = z.strictObject({ refreshToken: secretField });
export type RefreshInput = z.infer<typeof refreshInput>;

/**
 * Input of `auth.logout`: ends the caller's session, or the one of the refresh token when the
 * access token has run out already. `everywhere` ends all sessions of the person.
 */
export const logoutInput = z
  .strictObject({ refreshToken: secretField.optional(), everywhere: z.boolean().optional() })
  .default({});
export type LogoutInput = z.infer<typeof logoutInput>;

/** Input of `auth.revokeSession`. */
export const revokeSessionInput = z.strictObject({ sessionId: z.uuid() });
export type RevokeSessionInput = z.infer<typeof revokeSessionInput>;

/** Input of `auth.resetPassword`; `token` comes from `auth.verifyOtp` or from a link by e-mail. */
export const resetPasswordInput = z.strictObject({ token: secretField, password: passwordField });
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;

/** Input of `auth.changePassword`. */
export const changePasswordInput = z.strictObject({
  currentPassword: passwordAsTyped,
  newPassword: passwordField,
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

/** Input of `auth.updatePreferences`: language of messages, free consent to commercial ones. */
export const preferencesInput = z
  .strictObject({ locale: z.enum(["tr", "en"]), marketing: z.boolean() })
  .partial();
export type PreferencesInput = z.infer<typeof preferencesInput>;

/** Input of `auth.requestPasswordReset`. */
export const emailAddressInput = z.strictObject({ email: emailField });
export type EmailAddressInput = z.infer<typeof emailAddressInput>;

/** Input of `auth.verifyEmail`. */
export const linkInput = z.strictObject({ token: secretField });
export type LinkInput = z.infer<typeof linkInput>;

/** Input of `auth.confirmTotp` and `auth.renewRecoveryCodes`. */
export const totpCodeInput = z.strictObject({ code: z.string().min(6).max(20) });
export type TotpCodeInput = z.infer<typeof totpCodeInput>;

/** Input of `auth.disableTotp`. */
export const secondFactorOffInput = totpCodeInput.extend({ password: passwordAsTyped });
export type SecondFactorOffInput = z.infer<typeof secondFactorOffInput>;

/** Input of `auth.requestPhoneChange`. */
export const phoneChangeRequestInput = z.strictObject({
  phone: phoneField,
  password: passwordAsTyped,
});
export type PhoneChangeRequestInput = z.infer<typeof phoneChangeRequestInput>;

/** Input of `auth.changePhone`; `presentCode` where the account has a number already. */
export const phoneChangeInput = z.strictObject({
  phone: phoneField,
  code: otpCodeField,
  presentCode: otpCodeField.optional(),
});
export type PhoneChangeInput = z.infer<typeof phoneChangeInput>;
