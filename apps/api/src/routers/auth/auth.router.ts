import {
  changePassword,
  changePasswordInput,
  createWsTicket,
  listSessions,
  login,
  loginInput,
  logout,
  logoutInput,
  me,
  otpRequestInput,
  otpVerifyInput,
  preferencesInput,
  refresh,
  refreshInput,
  register,
  registrationInput,
  requestOtp,
  resetPassword,
  resetPasswordInput,
  revokeSession,
  revokeSessionInput,
  updatePreferences,
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
