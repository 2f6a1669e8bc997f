import { defineEvent, fields } from "../define-event";

/** The code itself never travels: the sender reads it, encrypted, from the challenge. */
export const otpRequested = defineEvent({
  name: "otp.requested",
  version: 1,
  aggregate: "otp",
  payload: { challengeId: fields.id },
});

const gallery = { galleryId: fields.id } as const;

export const galleryRegistered = defineEvent({
  name: "gallery.registered",
  version: 1,
  aggregate: "gallery",
  payload: { ...gallery, userId: fields.id },
});
export const galleryResubmitted = defineEvent({
  name: "gallery.resubmitted",
  version: 1,
  aggregate: "gallery",
  payload: gallery,
});
export const galleryApproved = defineEvent({
  name: "gallery.approved",
  version: 1,
  aggregate: "gallery",
  payload: gallery,
});
export const galleryRejected = defineEvent({
  name: "gallery.rejected",
  version: 1,
  aggregate: "gallery",
  payload: { ...gallery, reason: fields.reason },
});
export const gallerySuspended = defineEvent({
  name: "gallery.suspended",
  version: 1,
  aggregate: "gallery",
  payload: { ...gallery, reason: fields.reason },
});
export const galleryReactivated = defineEvent({
  name: "gallery.reactivated",
  version: 1,
  aggregate: "gallery",
  payload: gallery,
});
export const galleryUpdated = defineEvent({
  name: "gallery.updated",
  version: 1,
  aggregate: "gallery",
  payload: gallery,
});

/** A link waits to be sent; the token in it never travels, the sender reads it from its row. */
export const accountEmailRequested = defineEvent({
  name: "account.email_requested",
  version: 1,
  aggregate: "account",
  payload: { emailTokenId: fields.id },
});
export const accountStaffInvited = defineEvent({
  name: "account.staff_invited",
  version: 1,
  aggregate: "account",
  payload: { invitationId: fields.id, galleryId: fields.id, sends: fields.version },
});
export const accountDataRequested = defineEvent({
  name: "account.data_requested",
  version: 1,
  aggregate: "account",
  payload: { requestId: fields.id },
});
