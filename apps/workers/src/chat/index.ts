import { followDisputeInSupport } from "./follow-dispute-in-support.consumer";
import { postSystemLineWhenDealMoves } from "./post-system-line-when-deal-moves.consumer";
import { processChatFileWhenUploaded } from "./process-chat-file-when-uploaded.consumer";
import { remindGalleryWhenChatStaysUnread } from "./remind-gallery-when-chat-stays-unread.consumer";
import { remindOfUnreadChatSchedule } from "./remind-of-unread-chat.schedule";
import { sweepChatSchedule } from "./sweep-chat.schedule";
import { tellGalleryWhenChatWaits } from "./tell-gallery-when-chat-waits.consumer";
import { tellStaffWhenSupportCaseOpens } from "./tell-staff-when-support-case-opens.consumer";

export const chatConsumers = [
  followDisputeInSupport,
  postSystemLineWhenDealMoves,
  processChatFileWhenUploaded,
  remindGalleryWhenChatStaysUnread,
  tellGalleryWhenChatWaits,
  tellStaffWhenSupportCaseOpens,
] as const;

export const chatSchedules = [remindOfUnreadChatSchedule, sweepChatSchedule] as const;
