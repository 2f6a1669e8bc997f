import { queueOtp } from "@oto/services/auth";
import { defineConsumer } from "../runtime/define-consumer";

export const sendCodeWhenOtpRequested = defineConsumer({
  id: "send-code-when-otp-requested",
  handle: (platform, tx, { payload }) => queueOtp(platform, tx, payload.challengeId),
});
