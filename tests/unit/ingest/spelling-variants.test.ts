import { describe, expect, it } from "vitest";
import { countValues, nameKey } from "@/lib/ingest/names";
import { spellingVariants } from "@/lib/ingest/spelling-variants";

const counted = (...values: string[]) => countValues(values);

describe("spelling variants", () => {
  it("have one key whatever their case, spaces, punctuation and accents", () => {
    for (const name of ["GTX Pro", "GTXPro", "gtx-pro", " GTX  PRO. ", "Gtx_Pró"])
      expect(nameKey(name)).toBe("gtxpro");
    expect(nameKey("山田")).toBe("山田");
    expect(nameKey("—")).toBe("—");
  });

  it("are offered under the name that is already known", () => {
    expect(spellingVariants(counted("GTXPro", "MG Special"), ["GTX Pro", "MG Special"])).toEqual([
      { key: "gtxpro", keep: "GTX Pro", spellings: [{ value: "GTXPro", count: 1 }], why: "known" },
    ]);
  });

  it("are offered within the file under the spelling with most words", () => {
    const [variant] = spellingVariants(counted("GTXPro", "GTXPro", "GTX Pro"), []);
    expect(variant).toMatchObject({ keep: "GTX Pro", why: "file" });
    expect(variant?.spellings.map(({ value }) => value).sort()).toEqual(["GTX Pro", "GTXPro"]);
  });

  it("are offered when one word is made of words the other names use", () => {
    expect(spellingVariants(counted("GTXPro", "GTX Basic", "GTX Plus Pro"), [])).toEqual([
      { key: "gtxpro", keep: "GTX Pro", spellings: [{ value: "GTXPro", count: 1 }], why: "words" },
    ]);
  });

  it("are not offered for names that merely look composed, or for different names", () => {
    expect(spellingVariants(counted("MacDonald", "GTX Basic", "GTX Plus Basic", "GTK 500"), [])).toEqual([]);
  });
});
