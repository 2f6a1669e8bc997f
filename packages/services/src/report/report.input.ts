import { isReportPeriod, reportGrainField, reportPeriodFields, sideField } from "@oto/domain";
import { z } from "zod";
import { pageFields } from "../paging";

const periodFields = { ...reportPeriodFields, grain: reportGrainField.optional() } as const;

/** What every report of a gallery is asked by; an absent filter does not filter. */
const reportFields = {
  ...periodFields,
  /** SELLER: offers that came in, BUYER: offers that went out. */
  side: sideField.default("SELLER"),
  vehicleId: z.uuid().optional(),
  /** One member of the team; members without the right to more see themselves only. */
  userId: z.uuid().optional(),
} as const;

const FORWARDS = { error: "validation.date", path: ["to"] };

/** Input of `report.funnel`, `.answerTimes`, `.discounts`, `.lostReasons` and `.staff`. */
export const reportInput = z.strictObject(reportFields).refine(isReportPeriod, FORWARDS);
export type ReportInput = z.infer<typeof reportInput>;

/** Input of `report.vehicles`. */
export const vehicleReportInput = z
  .strictObject({ ...reportFields, ...pageFields })
  .refine(isReportPeriod, FORWARDS);
export type VehicleReportInput = z.infer<typeof vehicleReportInput>;

export const REPORT_FILE_FORMATS = ["csv", "xlsx"] as const;

/** Input of `report.export`. */
export const reportExportInput = z
  .strictObject({
    ...reportFields,
    table: z.enum(["periods", "vehicles", "staff", "lost"]),
    format: z.enum(REPORT_FILE_FORMATS),
  })
  .refine(isReportPeriod, FORWARDS);
export type ReportExportInput = z.infer<typeof reportExportInput>;

/** Input of `admin.reports.summary`. */
export const platformReportInput = z.strictObject(periodFields).refine(isReportPeriod, FORWARDS);
export type PlatformReportInput = z.infer<typeof platformReportInput>;

/** Input of `admin.reports.galleries`. */
export const galleryReportInput = z
  .strictObject({ ...periodFields, ...pageFields })
  .refine(isReportPeriod, FORWARDS);
export type GalleryReportInput = z.infer<typeof galleryReportInput>;

/** Input of `admin.reports.export`. */
export const platformExportInput = z
  .strictObject({
    ...periodFields,
    table: z.enum(["periods", "galleries", "lost"]),
    format: z.enum(REPORT_FILE_FORMATS),
  })
  .refine(isReportPeriod, FORWARDS);
export type PlatformExportInput = z.infer<typeof platformExportInput>;
