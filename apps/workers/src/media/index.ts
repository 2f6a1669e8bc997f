import { processMediaWhenUploaded } from "./process-media.consumer";
import { removeFilesWhenMediaRemoved } from "./remove-files.consumer";
import { reviveStuckMediaSchedule } from "./revive-stuck-media.schedule";
import { sweepAbandonedUploadsSchedule } from "./sweep-abandoned-uploads.schedule";

export const mediaConsumers = [processMediaWhenUploaded, removeFilesWhenMediaRemoved];
export const mediaSchedules = [sweepAbandonedUploadsSchedule, reviveStuckMediaSchedule];
