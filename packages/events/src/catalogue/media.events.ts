import { z } from "zod";
import { defineEvent, fields } from "../define-event";

const media = { mediaId: fields.id, vehicleId: fields.id, galleryId: fields.id } as const;

export const mediaUploaded = defineEvent({
  name: "media.uploaded",
  version: 1,
  aggregate: "media",
  payload: media,
});
export const mediaReady = defineEvent({
  name: "media.ready",
  version: 1,
  aggregate: "media",
  payload: media,
});
export const mediaFailed = defineEvent({
  name: "media.failed",
  version: 1,
  aggregate: "media",
  payload: { ...media, reason: fields.reason },
});
/** Order or cover of a vehicle's photos changed. */
export const mediaArranged = defineEvent({
  name: "media.arranged",
  version: 1,
  aggregate: "vehicle",
  payload: { vehicleId: fields.id, galleryId: fields.id },
});
export const mediaRemoved = defineEvent({
  name: "media.removed",
  version: 1,
  aggregate: "media",
  payload: { ...media, keys: z.array(z.string().max(300)).max(100) },
});
