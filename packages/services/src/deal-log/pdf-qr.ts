import type PDFDocument from "pdfkit";
import { create } from "qrcode";

type Pdf = InstanceType<typeof PDFDocument>;

/** Light modules around the code, without which readers do not find it. */
const QUIET = 4;

/** Runs of dark modules of a code that says a text, row by row. */
export function qrRuns(text: string): {
  size: number;
  runs: { x: number; y: number; w: number }[];
} {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const runs: { x: number; y: number; w: number }[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    let start = -1;
    for (let x = 0; x <= modules.size; x += 1) {
      const dark = x < modules.size && modules.get(y, x) !== 0;
      if (dark && start < 0) start = x;
      if (!dark && start >= 0) {
        runs.push({ x: start, y, w: x - start });
        start = -1;
      }
    }
  }
  return { size: modules.size, runs };
}

/** Draws a code as vectors, its quiet zone included, and makes its area a link. */
export function drawQr(pdf: Pdf, text: string, at: { x: number; y: number; width: number }): void {
  const { runs, size } = qrRuns(text);
  const unit = at.width / (size + 2 * QUIET);
  pdf.save().rect(at.x, at.y, at.width, at.width).fill("#ffffff");
  for (const { w, x, y } of runs) {
    pdf.rect(at.x + (x + QUIET) * unit, at.y + (y + QUIET) * unit, w * unit, unit);
  }
  pdf.fill("#000000").restore();
  pdf.link(at.x, at.y, at.width, at.width, text);
}
