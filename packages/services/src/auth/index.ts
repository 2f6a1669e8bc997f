export {
  type ChangePasswordInput,
  changePasswordInput,
  type LoginInput,
  type LogoutInput,
  loginInput,
  logoutInput,
  otpRequestInput,
  otpVerifyInput,
  type PreferencesInput,
  preferencesInput,
  type RefreshInput,
  type ResetPasswordInput,
  type RevokeSessionInput,
  refreshInput,
  registrationInput,
  resetPasswordInput,
  revokeSessionInput,
} from "./auth.input";
export type {
  MeView,
  OtpRequestView,
  OtpVerifyView,
  RegistrationView,
  SessionView,
  SignedInUser,
  TokensView,
  WsTicketView,
} from "./auth.views";
export { forgetSpentCredentials } from "./forget-spent.service";
export { resolveIdentity } from "./identity.service";
export { login } from "./login.service";
export { me, updatePreferences } from "./me.service";
export { requestOtp, verifyOtp } from "./otp.service";
export { forgetOtpCode, sendOtp } from "./otp-delivery.service";
export { changePassword, resetPassword } from "./password.service";
export { hashPassword } from "./password-hash";
export { refresh } from "./refresh.service";
export { freeSlug, register } from "./registration.service";
export { createSecretBox, type SecretBox } from "./secret-box";
export { listSessions, logout, revokeSession } from "./session.service";
export { accessTokenKeys } from "./signing-keys";
export { ensureSuperadmin, type SuperadminBootstrap } from "./superadmin.service";
export { createWsTicket, redeemWsTicket } from "./ws-ticket.service";
