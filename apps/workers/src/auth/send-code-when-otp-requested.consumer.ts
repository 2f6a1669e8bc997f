import { forgetOtpCode, sendOtp } from "@oto/services/auth";
import { defineConsumer } from "../runtime/define-consumer";

const id = "send-code-when-otp-requested";

export const sendCodeWhenOtpRequested = defineConsumer({
  id,
  prepare: (platform, { payload, eventId }) =>
    sendOtp(platform, {
      challengeId: payload.challengeId,
      idempotencyKey: `${id}:${eventId}`,
    }),
  handle: (_platform, tx, { payload }) => forgetOtpCode(tx, payload.challengeId),
});
