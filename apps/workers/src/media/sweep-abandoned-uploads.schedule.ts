import { sweepAbandonedUploads } from "@oto/services/media";
import { defineSchedule } from "../runtime/define-schedule";

export const sweepAbandonedUploadsSchedule = defineSchedule({
  id: "sweep-abandoned-uploads",
  run: sweepAbandonedUploads,
});
