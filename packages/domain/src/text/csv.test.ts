import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCell, csvText } from "./csv";

/** The cell as a spreadsheet reads it. */
const read = (cell: string) =>
  cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;

describe("csvCell", () => {
  it.each([
    '=HYPERLINK("http://evil.example","Tıkla")',
    "+90 532 123 45 67",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u00a0=1+1",
    "\uff1d1+1",
  ])("defuses %j", (text) => {
    expect(read(csvCell(text))).toBe(`'${text}`);
  });

  it("leaves numbers, instants and words as they are", () => {
    expect([-5, 12n, true, null, undefined, "Şahin", "2026-01-05"].map(csvCell)).toEqual([
      ...["-5", "12", "true", "", "", "Şahin", "2026-01-05"],
    ]);
  });

  it("never begins with what runs, and never breaks out of its cell", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const cell = csvCell(text);
        expect(read(cell)).not.toMatch(/^\s*[=+\-@]/);
        if (/[",;\n\r]/.test(text)) expect(cell).toMatch(/^"(?:[^"]|"")*"$/s);
        expect(read(cell).replace(/^'/, "")).toBe(text.replace(/^'/, ""));
      }),
    );
  });

  it("defuses names of columns too", () => {
    expect(csvText([{ "=1+1": "a", b: 2 }, { b: "x;y" }])).toBe(
      `\ufeff'=1+1,b\r\na,2\r\n,"x;y"\r\n`,
    );
  });
});
