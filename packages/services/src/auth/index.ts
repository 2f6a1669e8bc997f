export {
  type ChangePasswordInput,
  changePasswordInput,
  type EmailAddressInput,
  emailAddressInput,
  type LinkInput,
  type LoginInput,
  type LogoutInput,
  linkInput,
  loginInput,
  logoutInput,
  otpRequestInput,
  otpVerifyInput,
  type PhoneChangeInput,
  type PhoneChangeRequestInput,
  type PreferencesInput,
  phoneChangeInput,
  phoneChangeRequestInput,
  preferencesInput,
  type RefreshInput,
  type ResetPasswordInput,
  type RevokeSessionInput,
  refreshInput,
  registrationInput,
  resetPasswordInput,
  revokeSessionInput,
  type SecondFactorOffInput,
  secondFactorOffInput,
  type TotpCodeInput,
  totpCodeInput,
} from "./auth.input";
export type {
  MeView,
  OtpRequestView,
  OtpVerifyView,
  RecoveryCodesView,
  RegistrationView,
  SessionView,
  SignedInUser,
  TokensView,
  TotpEnrolmentView,
  WsTicketView,
} from "./auth.views";
export {
  forgetLinkToken,
  requestEmailVerification,
  requestPasswordReset,
  sendLink,
  verifyEmail,
} from "./email-link.service";
export { forgetSpentCredentials } from "./forget-spent.service";
export { loadIdentities, loadIdentity, resolveIdentity } from "./identity.service";
export { login } from "./login.service";
export { me, updatePreferences } from "./me.service";
export { requestOtp, verifyOtp } from "./otp.service";
export { queueOtp } from "./otp-delivery.service";
export { changePassword, resetPassword } from "./password.service";
export { hashPassword } from "./password-hash";
export { changePhone, requestPhoneChange } from "./phone-change.service";
export { refresh } from "./refresh.service";
export { freeSlug, register } from "./registration.service";
export { confirmTotp, disableTotp, renewCodes, startTotp } from "./second-factor.service";
export { listSessions, logout, revokeSession } from "./session.service";
export { accessTokenKeys, rotateSigningKeys } from "./signing-keys";
export { ensureSuperadmin, type SuperadminBootstrap } from "./superadmin.service";
export { createWsTicket, redeemWsTicket } from "./ws-ticket.service";
