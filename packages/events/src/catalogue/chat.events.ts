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
