import { type CountedValue, nameKey } from "@/lib/ingest/names";

/** Spellings that are probably one thing. An offer: nothing is merged unless someone says so. */
export type SpellingVariant = {
  key: string;
  keep: string;
  spellings: CountedValue[];
  why: "known" | "file" | "words";
};

/**
 * Spellings to offer for merging: the same letters as a known name ("known"), as another value of the file
 * ("file"), or one word made of words that the other values use ("words": GTXPro beside GTX Basic and Plus Pro).
 *
 * @example
 * spellingVariants([{ value: "GTXPro", count: 2 }], ["GTX Pro"])[0]?.keep // => "GTX Pro"
 */
export function spellingVariants(
  values: readonly CountedValue[],
  known: readonly string[],
): SpellingVariant[] {
  const knownByKey = new Map(known.map((name) => [nameKey(name), name]));
  const groups = new Map<string, CountedValue[]>();
  for (const value of values) {
    const key = nameKey(value.value);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  const words = wordsOf([...values.map(({ value }) => value), ...known]);
  const variants: SpellingVariant[] = [];
  for (const [key, spellings] of groups) {
    const knownName = knownByKey.get(key);
    if (knownName !== undefined) {
      const others = spellings.filter(({ value }) => value !== knownName);
      if (others.length > 0) variants.push({ key, keep: knownName, spellings: others, why: "known" });
      continue;
    }
    if (spellings.length > 1) {
      variants.push({ key, keep: clearest(spellings), spellings, why: "file" });
      continue;
    }
    const only = spellings[0];
    const spaced = only && splitIntoWords(only.value);
    if (only && spaced?.split(" ").every((word) => words.has(word.toLowerCase()))) {
      variants.push({ key, keep: spaced, spellings, why: "words" });
    }
  }
  return variants;
}

/** The spelling with most words, then the most frequent: "GTX Pro" reads better than "GTXPro". */
function clearest(spellings: readonly CountedValue[]): string {
  const wordCount = (value: string) => value.split(/\s+/).length;
  const best = [...spellings].sort((a, b) => wordCount(b.value) - wordCount(a.value) || b.count - a.count);
  return best[0]?.value ?? "";
}

function wordsOf(values: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const value of values) {
    const parts = value.split(/[\s_-]+/);
    if (parts.length > 1) for (const part of parts) words.add(part.toLowerCase());
  }
  return words;
}

/** "GTXPro" → "GTX Pro"; undefined when there is nothing to split. */
function splitIntoWords(value: string): string | undefined {
  if (/[\s_-]/.test(value)) return undefined;
  const spaced = value
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2");
  return spaced === value ? undefined : spaced;
}
