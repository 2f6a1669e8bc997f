import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { reportFile } from "./report-file";

const period = { from: "2026-11-01", to: "2026-11-30" };
const nasty = '=HYPERLINK("http://x","a")';
const sheet = {
  table: "vehicles",
  period,
  columns: ["vehicle", "made", "best"],
  rows: [
    { vehicle: '2019 Şahin, "temiz"', made: 3, best: 1_245_000.5 },
    { vehicle: nasty, made: 1, best: null },
  ],
} as const;

const bytesOf = (content: string) => new Uint8Array(Buffer.from(content, "base64"));

describe("reportFile", () => {
  it("writes CSV that no spreadsheet runs, in the reader's language", async () => {
    const file = await reportFile(sheet, { format: "csv", locale: "tr" });
    expect(file.fileName).toBe("kontak-vehicles-2026-11-01-2026-11-30.csv");
    expect(file.contentType).toContain("text/csv");
    const lines = Buffer.from(file.content, "base64").toString("utf8").split("\r\n");
    expect(lines).toEqual([
      "\ufeffAraç,Teklif,En yüksek teklif",
      '"2019 Şahin, ""temiz""",3,1245000.5',
      '"\'=HYPERLINK(""http://x"",""a"")",1,',
      "",
    ]);
  });

  it("names the columns of a report without rows", async () => {
    const file = await reportFile({ ...sheet, rows: [] }, { format: "csv", locale: "en" });
    expect(Buffer.from(file.content, "base64").toString("utf8")).toBe(
      "\ufeffVehicle,Offers,Highest offer\r\n",
    );
  });

  it("writes a workbook with numbers as numbers and every text as a text", async () => {
    const file = await reportFile(sheet, { format: "xlsx", locale: "tr" });
    const parts = unzipSync(bytesOf(file.content));
    const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const cells = xml("xl/worksheets/sheet1.xml");
    expect(xml("xl/workbook.xml")).toContain("Araçlar");
    expect(cells).not.toContain("<f>");
    expect(cells).toContain("<v>1245000.5</v>");
    const texts = `${xml("xl/sharedStrings.xml")}${cells}`;
    expect(texts).toContain("=HYPERLINK(");
    expect(texts).toContain("2019 Şahin");
  });

  it("writes a workbook without rows", async () => {
    const file = await reportFile({ ...sheet, rows: [] }, { format: "xlsx", locale: "en" });
    expect(Object.keys(unzipSync(bytesOf(file.content)))).toContain("xl/workbook.xml");
  });
});
