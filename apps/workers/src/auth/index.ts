import { forgetSpentCredentialsSchedule } from "./forget-spent-credentials.schedule";
import { sendCodeWhenOtpRequested } from "./send-code-when-otp-requested.consumer";

export const authConsumers = [sendCodeWhenOtpRequested] as const;
export const authSchedules = [forgetSpentCredentialsSchedule] as const;
