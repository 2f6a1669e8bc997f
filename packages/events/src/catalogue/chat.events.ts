import { defineEvent, fields } from "../define-event";

/** Somebody wrote to a gallery that had read everything until then: once a burst. */
export const chatMessageWaiting = defineEvent({
  name: "chat.message_waiting",
  version: 1,
  aggregate: "chat",
  payload: {
    roomId: fields.id,
    /** Whose people it waits for. */
    galleryId: fields.id,
    seq: fields.round,
    /** Null: the platform's support. */
    senderGalleryId: fields.id.nullable(),
  },
});
/** Nobody of the gallery has read it for some minutes: time for other channels. */
export const chatUnreadReminded = defineEvent({
  name: "chat.unread_reminded",
  version: 1,
  aggregate: "chat",
  payload: { roomId: fields.id, galleryId: fields.id, seq: fields.round },
});
export const chatAttachmentUploaded = defineEvent({
  name: "chat.attachment_uploaded",
  version: 1,
  aggregate: "chat",
  payload: { attachmentId: fields.id, roomId: fields.id },
});
export const supportCaseOpened = defineEvent({
  name: "support.case_opened",
  version: 1,
  aggregate: "support",
  payload: { caseId: fields.id, galleryId: fields.id },
});
