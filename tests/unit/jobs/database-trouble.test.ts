import { describe, expect, it } from "vitest";
import { FolderRefused } from "@/lib/data/client/data-folder";
import { MigrationRefused } from "@/lib/data/migrations/deploy";
import { databaseTrouble } from "@/lib/jobs/database-trouble";

const url = "postgresql://me:s3cret@db.example:5433/sales";
const failure = (code: string, more: object = {}) =>
  Object.assign(new Error("from the driver"), { code, ...more });

describe("a database that cannot be used", () => {
  it.each([
    ["ECONNREFUSED", "Nothing answers at db.example:5433.", true],
    ["ENOTFOUND", "The name in DATABASE_URL is unknown: db.example:5433.", true],
    ["57P03", "The database at db.example:5433 is starting.", true],
    ["53300", "The server db.example:5433 has no connection left for us.", true],
    ["28P01", "The server db.example:5433 does not take the user and password in DATABASE_URL.", false],
    ["3D000", "The server db.example:5433 has no database «sales».", false],
    ["42501", "The user in DATABASE_URL may not create tables in «sales».", false],
  ])("%s is a sentence, and says whether waiting may help", (code, sentence, passing) => {
    const trouble = databaseTrouble(failure(code), url);
    expect(trouble?.sentence.startsWith(sentence), trouble?.sentence).toBe(true);
    expect(trouble?.passing).toBe(passing);
  });

  it("is named without its user and password", () => {
    for (const code of ["ECONNREFUSED", "28P01", "3D000", "42501", "ETIMEDOUT"]) {
      expect(databaseTrouble(failure(code), url)?.sentence).not.toMatch(/s3cret|me:/);
    }
  });

  it.each([
    ["EACCES", "may not be written (/srv/data)"],
    ["ENOSPC", "is full"],
    ["EROFS", "read-only"],
    ["ENOTDIR", "is a file"],
  ])("%s of the data folder says what to do", (code, words) => {
    const trouble = databaseTrouble(failure(code, { path: "/srv/data" }), undefined);
    expect(trouble).toMatchObject({ sentence: expect.stringContaining(words), passing: false });
  });

  it("speaks for itself where we refused it", () => {
    expect(databaseTrouble(new FolderRefused("It is somebody's home."), undefined)?.sentence).toBe(
      "It is somebody's home.",
    );
    expect(databaseTrouble(new MigrationRefused("It is newer."), url)?.sentence).toBe("It is newer.");
  });

  it("is not made of what is a mistake of ours", () => {
    expect(databaseTrouble(new TypeError("undefined is not a function"), url)).toBeNull();
    expect(databaseTrouble(failure("ECONNREFUSED"), undefined)).toBeNull();
  });
});
