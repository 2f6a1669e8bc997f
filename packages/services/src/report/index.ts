export { answerTimeReport } from "./answer-time.service";
export { discountReport } from "./discount.service";
export { funnelReport } from "./funnel.service";
export { galleryReport } from "./gallery-report.service";
export { lostReasonReport } from "./lost-reason.service";
export { exportPlatformReport } from "./platform-export.service";
export { platformReport } from "./platform-report.service";
export {
  type GalleryReportInput,
  galleryReportInput,
  type PlatformExportInput,
  type PlatformReportInput,
  platformExportInput,
  platformReportInput,
  type ReportExportInput,
  type ReportInput,
  reportExportInput,
  reportInput,
  type VehicleReportInput,
  vehicleReportInput,
} from "./report.input";
export type * from "./report.views";
export { exportReport } from "./report-export.service";
export { staffReport } from "./staff-report.service";
export { vehicleReport } from "./vehicle-report.service";
