import {
  changePassword,
  changePasswordInput,
  changePhone,
  confirmTotp,
  createWsTicket,
  disableTotp,
  emailAddressInput,
  linkInput,
  listSessions,
  login,
  loginInput,
  logout,
  logoutInput,
  me,
  otpRequestInput,
  otpVerifyInput,
  phoneChangeInput,
  phoneChangeRequestInput,
  preferencesInput,
  refresh,
  refreshInput,
  register,
  registrationInput,
  renewCodes,
  requestEmailVerification,
  requestOtp,
  requestPasswordReset,
  requestPhoneChange,
  resetPassword,
  resetPasswordInput,
  revokeSession,
  revokeSessionInput,
  secondFactorOffInput,
  startTotp,
  totpCodeInput,
  updatePreferences,
  verifyEmail,
  verifyOtp,
} from "@oto/services/auth";
import { publicProcedure, router, sessionProcedure } from "../../trpc/procedures";

/** Identity: codes, registration, sign-in, sessions and the caller's own account. */
export const authRouter = router({
  requestOtp: publicProcedure
    .input(otpRequestInput)
    .mutation(({ ctx, input }) => requestOtp(ctx, input)),
  verifyOtp: publicProcedure
    .input(otpVerifyInput)
    .mutation(({ ctx, input }) => verifyOtp(ctx, input)),
  register: publicProcedure
    .input(registrationInput)
    .mutation(({ ctx, input }) => register(ctx, input)),
  login: publicProcedure.input(loginInput).mutation(({ ctx, input }) => login(ctx, input)),
  refresh: publicProcedure.input(refreshInput).mutation(({ ctx, input }) => refresh(ctx, input)),
  logout: publicProcedure.input(logoutInput).mutation(({ ctx, input }) => logout(ctx, input)),
  resetPassword: publicProcedure
    .input(resetPasswordInput)
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),
  changePassword: sessionProcedure
    .input(changePasswordInput)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  requestPasswordReset: publicProcedure
    .input(emailAddressInput)
    .mutation(({ ctx, input }) => requestPasswordReset(ctx, input)),
  requestEmailVerification: sessionProcedure.mutation(({ ctx }) => requestEmailVerification(ctx)),
  verifyEmail: publicProcedure
    .input(linkInput)
    .mutation(({ ctx, input }) => verifyEmail(ctx, input)),
  requestPhoneChange: sessionProcedure
    .input(phoneChangeRequestInput)
    .mutation(({ ctx, input }) => requestPhoneChange(ctx, input)),
  changePhone: sessionProcedure
    .input(phoneChangeInput)
    .mutation(({ ctx, input }) => changePhone(ctx, input)),
  startTotp: sessionProcedure.mutation(({ ctx }) => startTotp(ctx)),
  confirmTotp: sessionProcedure
    .input(totpCodeInput)
    .mutation(({ ctx, input }) => confirmTotp(ctx, input)),
  disableTotp: sessionProcedure
    .input(secondFactorOffInput)
    .mutation(({ ctx, input }) => disableTotp(ctx, input)),
  renewRecoveryCodes: sessionProcedure
    .input(totpCodeInput)
    .mutation(({ ctx, input }) => renewCodes(ctx, input)),
  me: sessionProcedure.query(({ ctx }) => me(ctx)),
  updatePreferences: sessionProcedure
    .input(preferencesInput)
    .mutation(({ ctx, input }) => updatePreferences(ctx, input)),
  sessions: sessionProcedure.query(({ ctx }) => listSessions(ctx)),
  revokeSession: sessionProcedure
    .input(revokeSessionInput)
    .mutation(({ ctx, input }) => revokeSession(ctx, input)),
  wsTicket: sessionProcedure.mutation(({ ctx }) => createWsTicket(ctx)),
});
