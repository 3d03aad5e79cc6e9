export type ListedWords = { table: string; column: string; words: string[] };

/**
 * Text columns whose comment in schema.prisma lists the words they may hold, as `/// open | won | lost`.
 * A word with a blank to fill (`stage:<slug>`) stands for its beginning.
 *
 * @example
 * listedWords('model Deal {\n /// open | won\n status String\n @@map("deal")\n}')
 * // => [{ table: "deal", column: "status", words: ["open", "won"] }]
 */
export function listedWords(schema: string): ListedWords[] {
  const found: ListedWords[] = [];
  for (const [, body = ""] of schema.matchAll(/^model \w+ \{([\s\S]*?)^\}/gm)) {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? "";
    const columns = body.matchAll(/^\s*\/\/\/ ([^\n]*\|[^\n]*)\n\s*(\w+)\s+String\??[ \t]*([^\n]*)$/gm);
    for (const [, comment = "", field = "", rest = ""] of columns) {
      const words = comment.replace(/^[^|]*:(?= )/, "").split("|");
      found.push({
        table,
        column: /@map\("(\w+)"\)/.exec(rest)?.[1] ?? field,
        words: words.map((word) => word.trim().replace(/<.*$/, "")),
      });
    }
  }
  return found;
}
