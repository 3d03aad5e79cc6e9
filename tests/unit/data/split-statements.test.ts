import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitStatements, UnreadableSql } from "@/lib/data/migrations/split-statements";

describe("Splitting a migration into statements", () => {
  const examples: [string, string, string[]][] = [
    ["plain statements", "SELECT 1; SELECT 2;", ["SELECT 1", "SELECT 2"]],
    ["a last one without semicolon", "SELECT 1;\nSELECT 2", ["SELECT 1", "SELECT 2"]],
    ["nothing but comments", "-- a;\n/* b; */ ;;", []],
    ["a semicolon in a quote", "SELECT ';''; ;', 2; SELECT 3", ["SELECT ';''; ;', 2", "SELECT 3"]],
    [
      "a backslash in a plain quote, which escapes nothing",
      "SELECT '\\'; SELECT 2",
      ["SELECT '\\'", "SELECT 2"],
    ],
    ["a backslash in E'…', which does", "SELECT E'\\'; a'; SELECT 2", ["SELECT E'\\'; a'", "SELECT 2"]],
    ["E'…' after an operator", "SELECT 'a'||e'\\';'; SELECT 2", ["SELECT 'a'||e'\\';'", "SELECT 2"]],
    [
      "a type that ends in e before a quote",
      "SELECT date'2026-01-01\\'; SELECT 2",
      ["SELECT date'2026-01-01\\'", "SELECT 2"],
    ],
    ["a semicolon in an identifier", 'SELECT "a;""b;"; SELECT 2', ['SELECT "a;""b;"', "SELECT 2"]],
    ["a DO block", "DO $$ BEGIN NULL; END $$; SELECT 2", ["DO $$ BEGIN NULL; END $$", "SELECT 2"]],
    [
      "nested dollar quotes",
      "DO $a$ SELECT $b$;$b$; $$;$$ $a$; SELECT 2",
      ["DO $a$ SELECT $b$;$b$; $$;$$ $a$", "SELECT 2"],
    ],
    ["a quote within a dollar quote", "DO $$ it's; fine $$; SELECT 2", ["DO $$ it's; fine $$", "SELECT 2"]],
    [
      "a parameter, which opens nothing",
      "PREPARE p AS SELECT $1; SELECT $2",
      ["PREPARE p AS SELECT $1", "SELECT $2"],
    ],
    ["a dollar inside a name", "SELECT a$b; SELECT c$d", ["SELECT a$b", "SELECT c$d"]],
    ["a dollar quote after a name with a dollar", "SELECT a$$b; SELECT 2", ["SELECT a$$b", "SELECT 2"]],
    [
      "a comment to the end of the line",
      "SELECT 1 -- a; b\n, 2; SELECT 3",
      ["SELECT 1 -- a; b\n, 2", "SELECT 3"],
    ],
    ["a quote in a comment", "SELECT 1; -- it's\nSELECT 2", ["SELECT 1", "SELECT 2"]],
    [
      "nested comments",
      "SELECT /* a; /* b; */ c; */ 1; SELECT 2",
      ["SELECT /* a; /* b; */ c; */ 1", "SELECT 2"],
    ],
    [
      "comments in front, which are left out",
      "-- CreateTable\nCREATE TABLE a (b int);",
      ["CREATE TABLE a (b int)"],
    ],
    [
      "a rule of two commands",
      "CREATE RULE r AS ON UPDATE TO a DO ALSO (SELECT 1; SELECT 2); SELECT 3",
      ["CREATE RULE r AS ON UPDATE TO a DO ALSO (SELECT 1; SELECT 2)", "SELECT 3"],
    ],
    [
      "a function with a body in standard SQL",
      "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; SELECT 3",
      [
        "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END",
        "SELECT 3",
      ],
    ],
    ["BEGIN as a command of its own", "BEGIN; SELECT 1; END;", ["BEGIN", "SELECT 1", "END"]],
    ["a byte order mark and Windows lines", "\uFEFFSELECT 1;\r\nSELECT 2;\r\n", ["SELECT 1", "SELECT 2"]],
  ];
  for (const [what, text, statements] of examples) {
    it(`keeps whole: ${what}`, () => expect(splitStatements(text)).toEqual(statements));
  }

  it("says where something was opened and never closed", () => {
    expect(() => splitStatements("SELECT 1;\nSELECT 'a; b")).toThrow(
      /The ' opened at line 2 is never closed/,
    );
    expect(() => splitStatements("DO $x$ a; $y$")).toThrow(/The \$x\$ opened at line 1/);
    expect(() => splitStatements('SELECT "a')).toThrow(UnreadableSql);
    expect(() => splitStatements("SELECT 1 /* /* */")).toThrow(/comment opened at line 1/);
  });

  it("finds the statements again that were joined, whatever their quoted parts hold", () => {
    const anything = fc.string({
      unit: fc.constantFrom("a", ";", "'", '"', "$", "\\", "-", "/", "*", "\n", "("),
    });
    const quoted = fc.oneof(
      anything.map((text) => `'${text.replaceAll("'", "''")}'`),
      anything.map((text) => `"${text.replaceAll('"', '""')}"`),
      anything.map((text) => `E'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`),
      anything.filter((text) => !text.includes("$q$")).map((text) => `$q$${text.replace(/\$+$/, "")}$q$`),
      anything.map((text) => `/*${text.replaceAll("*", "").replaceAll("/", "")}*/`),
      anything.map((text) => `--${text.replaceAll("\n", " ")}\n`),
    );
    const statement = fc
      .array(quoted, { minLength: 1, maxLength: 4 })
      .map((parts) => `SELECT ${parts.join(", ")} , 1`);
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 6 }), (statements) => {
        expect(splitStatements(statements.join(";\n"))).toEqual(statements);
      }),
    );
  });
});
