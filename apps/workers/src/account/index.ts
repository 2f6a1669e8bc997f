import { answerWhenDataRequested } from "./answer-when-data-requested.consumer";
import { enforceRetentionSchedule } from "./enforce-retention.schedule";
import { sendInvitationWhenStaffInvited } from "./send-invitation-when-staff-invited.consumer";
import { sendLinkWhenEmailRequested } from "./send-link-when-email-requested.consumer";

export const accountConsumers = [
  sendLinkWhenEmailRequested,
  sendInvitationWhenStaffInvited,
  answerWhenDataRequested,
] as const;
export const accountSchedules = [enforceRetentionSchedule] as const;
