import { describe, expect, it } from "vitest";
import { countRecords } from "@/lib/ingest/count-records";
import { MAX_FILE_BYTES } from "@/lib/ingest/encoding";
import { readTable } from "@/lib/ingest/read-table";
import { bytesOf, tableOf } from "./text-file";

function sentenceFor(bytes: Uint8Array, sent?: number): string {
  const read = readTable(bytes, sent);
  if (read.ok) throw new Error(`read ${read.table.rows.length} rows instead of refusing`);
  return read.sentence;
}

function utf16(text: string, order: "le" | "be", mark: boolean): Uint8Array {
  const units = [...(mark ? "\ufeff" : ""), ...text].map((character) => character.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (order === "le" ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

const small = "id,owner,stage,value\nD-1,Zoë Größe,Won,12\nD-2,Ana,Lost,0\n";

describe("what the bytes are", () => {
  it("reads the same table from every encoding and says which it was", () => {
    const windows = Uint8Array.from([...small].map((character) => character.charCodeAt(0)));
    const cases: [Uint8Array, string][] = [
      [bytesOf(small), "UTF-8"],
      [bytesOf(`\ufeff${small}`), "UTF-8"],
      [utf16(small, "le", true), "UTF-16 LE"],
      [utf16(small, "be", true), "UTF-16 BE"],
      [utf16(small, "le", false), "UTF-16 LE"],
      [utf16(small, "be", false), "UTF-16 BE"],
      [windows, "Windows-1252"],
    ];
    for (const [bytes, encoding] of cases) {
      const read = readTable(bytes);
      if (!read.ok) throw new Error(read.sentence);
      expect(read.table.facts.encoding).toBe(encoding);
      expect(read.table.headings).toEqual(["id", "owner", "stage", "value"]);
      expect(read.table.rows[0]).toEqual({ row: 2, cells: ["D-1", "Zoë Größe", "Won", "12"] });
    }
  });

  it("refuses an empty file, a workbook, a PDF, a NUL and a cut with a sentence that says what to do", () => {
    expect(sentenceFor(new Uint8Array())).toMatch(/file is empty.*Nothing was changed.*Export it again/);
    expect(sentenceFor(Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]))).toMatch(/Excel workbook.*Save as/);
    expect(sentenceFor(bytesOf("%PDF-1.7 …"))).toMatch(/PDF/);
    expect(sentenceFor(bytesOf("id,owner,stage\nD-1,A\0na,Won\n"))).toMatch(/^Line 2 holds a NUL/);
    expect(sentenceFor(bytesOf(`${small}D-3,Zoë`).slice(0, -1))).toMatch(/middle of a character/);
    expect(sentenceFor(utf16(small, "le", true).slice(0, -1))).toMatch(/middle of a character/);
  });

  it("compares the bytes with those that were announced", () => {
    expect(sentenceFor(bytesOf(small), 4096)).toBe(
      "60 of 4,096 bytes arrived. Nothing was changed. Send the file again.",
    );
    expect(readTable(bytesOf(small), 60).ok).toBe(true);
  });
});

describe("what separates the cells", () => {
  it("finds comma, semicolon, tab and bar", () => {
    for (const delimiter of [",", ";", "\t", "|"] as const) {
      const table = tableOf(small.replaceAll(",", delimiter));
      expect(table.facts.delimiter).toBe(delimiter);
      expect(table.headings).toHaveLength(4);
    }
  });

  it("is not misled by decimal commas in a semicolon file", () => {
    const table = tableOf("id;owner;value\nD-1;Ana;1.234,56\nD-2;Bo;2.000,00\nD-3;Cy;3,5\n");
    expect(table.facts.delimiter).toBe(";");
    expect(table.rows[0]?.cells).toEqual(["D-1", "Ana", "1.234,56"]);
  });

  it("obeys Excel's own first line and keeps the row numbers of the file", () => {
    const table = tableOf("sep=;\r\nid;owner;stage\r\nD-1;Ana, B;Won\r\n");
    expect(table.rows).toEqual([{ row: 3, cells: ["D-1", "Ana, B", "Won"] }]);
  });
});

describe("where the table is", () => {
  it("skips report titles, repeated headings, empty rows and footers, and names each row it skipped", () => {
    const table = tableOf(
      [
        "Open opportunities by owner",
        "",
        "Opportunity ID,Opportunity Owner,Stage,Amount",
        "1,Ana,Proposal,10",
        "Opportunity ID,Opportunity Owner,Stage,Amount",
        ",,,",
        "2,Bo,Won,20",
        "Grand Totals (2 records),,,30",
        "",
        "Confidential Information - Do Not Distribute",
        "Copyright (c) 2000-2026 Example",
        "",
      ].join("\n"),
    );
    expect(table.rows.map(({ row }) => row)).toEqual([4, 7]);
    expect(table.facts).toMatchObject({
      headingRow: 3,
      rowsBeforeHeadings: [1, 2],
      repeatedHeadingRows: [5],
      emptyRows: [6, 9],
      footerRows: [8, 10, 11],
    });
    // every record of the file is accounted for
    const { rowsBeforeHeadings, repeatedHeadingRows, emptyRows, footerRows, records } = table.facts;
    const left = [rowsBeforeHeadings, repeatedHeadingRows, emptyRows, footerRows].flat().length;
    expect(1 + left + table.rows.length).toBe(records);
  });

  it("does not take a short last record for a footer", () => {
    expect(tableOf("id,owner,stage\nD-1,Ana,Won\nD-2,Bo,\n").rows).toHaveLength(2);
  });

  it("refuses headings without rows and rows without headings", () => {
    expect(sentenceFor(bytesOf("id,owner,stage\n"))).toMatch(/headings but no rows/);
    expect(sentenceFor(bytesOf("1,2,3\n4,5,6\n"))).toMatch(/No row of headings/);
  });
});

describe("hostile files", () => {
  it("names the row of a quotation mark that is never closed", () => {
    expect(sentenceFor(bytesOf('id,owner,stage\nD-1,Ana,Won\nD-2,"Bo,Won\nD-3,Cy,Won\n'))).toMatch(
      /^Row 3 opens a quotation mark that is never closed/,
    );
  });

  it("names the row of a quotation mark inside a cell", () => {
    expect(sentenceFor(bytesOf('id,owner,stage\nD-1,"Ana" B,Won\n'))).toMatch(
      /^Row 2 has a quotation mark in the middle/,
    );
  });

  it("refuses a cell of 10 MB, naming row and column", () => {
    const huge = "x".repeat(10 * 1024 * 1024);
    expect(sentenceFor(bytesOf(`id,owner,stage\nD-1,${huge},Won\n`))).toMatch(
      /^Row 2, column 2 holds 10,485,760 characters; 32,767 is the most/,
    );
  });

  it("refuses 5,000 columns", () => {
    const wide = Array.from({ length: 5000 }, (_, column) => `c${column}`).join(",");
    expect(sentenceFor(bytesOf(`${wide}\n${wide}\n`))).toMatch(/^Row 1 has 5,000 columns; 500 is the most/);
  });

  it("refuses a file beyond the limit before reading it", () => {
    expect(sentenceFor(new Uint8Array(MAX_FILE_BYTES + 1))).toMatch(
      /^The file has 52,428,801 bytes; 52,428,800 is the most/,
    );
  });

  it("keeps __proto__ and constructor headings as plain text", () => {
    const table = tableOf("id,owner,stage,__proto__,constructor\nD-1,Ana,Won,polluted,x\n");
    expect(table.headings).toContain("__proto__");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(table.rows[0])).toBe(Object.prototype);
  });

  it("keeps line breaks and separators inside quotation marks", () => {
    const table = tableOf('id,owner,stage\r\nD-1,"Ana\r\nB, ""C""",Won\r\nD-2,Bo,Lost\r\n');
    expect(table.rows).toEqual([
      { row: 2, cells: ["D-1", 'Ana\nB, "C"', "Won"] },
      { row: 3, cells: ["D-2", "Bo", "Lost"] },
    ]);
  });
});

describe("counting records without the parser", () => {
  it.each([
    ["a,b\n1,2\n", 2],
    ["a,b\n1,2", 2],
    ['a,b\n"1\n2",3\n', 2],
    ['a,b\n"1""\n2",3', 2],
    ['a,b\nx"y,3\nz,4\n', 3],
    ["a,b\n\n\n", 3],
  ])("%j has %i", (text, records) => {
    expect(countRecords(text, ",")).toBe(records);
  });
});
