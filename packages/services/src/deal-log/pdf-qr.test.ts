import PDFDocument from "pdfkit";
import { create } from "qrcode";
import { describe, expect, it } from "vitest";
import { drawQr, qrRuns } from "./pdf-qr";

const URL_OF_KEYS = "https://api.example.com/.well-known/deal-log-keys.json";

describe("the code on a printed log", () => {
  it("has every dark module once and no light one", () => {
    const { modules } = create(URL_OF_KEYS, { errorCorrectionLevel: "M" });
    const { runs, size } = qrRuns(URL_OF_KEYS);
    const drawn = new Set(
      runs.flatMap(({ w, x, y }) => Array.from({ length: w }, (_, step) => y * size + x + step)),
    );
    const dark = [...modules.data].flatMap((module, at) => (module ? [at] : []));
    expect([...drawn].sort((a, b) => a - b)).toEqual(dark);
    expect(runs.reduce((sum, { w }) => sum + w, 0)).toBe(dark.length);
  });

  it("leads to the address when it is pressed", async () => {
    const pdf = new PDFDocument({ compress: false });
    const parts: Buffer[] = [];
    pdf.on("data", (part: Buffer) => parts.push(part));
    const done = new Promise((resolve) => pdf.on("end", resolve));
    drawQr(pdf, URL_OF_KEYS, { x: 20, y: 20, width: 90 });
    pdf.end();
    await done;
    expect(Buffer.concat(parts).toString("latin1")).toContain(`/URI (${URL_OF_KEYS})`);
  });
});
