import {
  answerTimeReport,
  discountReport,
  exportReport,
  funnelReport,
  lostReasonReport,
  reportExportInput,
  reportInput,
  staffReport,
  vehicleReport,
  vehicleReportInput,
} from "@oto/services/report";
import { galleryProcedure, router } from "../../trpc/procedures";

/** A gallery's figures. Members without `report:gallery` see their own negotiations only. */
export const reportRouter = router({
  funnel: galleryProcedure("report:own")
    .input(reportInput)
    .query(({ ctx, input }) => funnelReport(ctx, input)),
  answerTimes: galleryProcedure("report:own")
    .input(reportInput)
    .query(({ ctx, input }) => answerTimeReport(ctx, input)),
  discounts: galleryProcedure("report:own")
    .input(reportInput)
    .query(({ ctx, input }) => discountReport(ctx, input)),
  lostReasons: galleryProcedure("report:own")
    .input(reportInput)
    .query(({ ctx, input }) => lostReasonReport(ctx, input)),
  vehicles: galleryProcedure("report:own")
    .input(vehicleReportInput)
    .query(({ ctx, input }) => vehicleReport(ctx, input)),
  staff: galleryProcedure("report:own")
    .input(reportInput)
    .query(({ ctx, input }) => staffReport(ctx, input)),
  export: galleryProcedure("report:own")
    .input(reportExportInput)
    .query(({ ctx, input }) => exportReport(ctx, input)),
});
