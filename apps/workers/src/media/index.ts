import { processMediaWhenUploaded } from "./process-media.consumer";
import { removeFilesWhenMediaRemoved } from "./remove-files.consumer";
import { reviveStuckMediaSchedule } from "./revive-stuck-media.schedule";
import { sweepAbandonedUploadsSchedule } from "./sweep-abandoned-uploads.schedule";
import { sweepStorageSchedule } from "./sweep-storage.schedule";

export const mediaConsumers = [processMediaWhenUploaded, removeFilesWhenMediaRemoved];
export const mediaSchedules = [
  sweepAbandonedUploadsSchedule,
  sweepStorageSchedule,
  reviveStuckMediaSchedule,
];
