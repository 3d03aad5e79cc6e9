import "server-only";

/** SQL that cannot be cut into statements, for example because a quote is never closed. */
export class UnreadableSql extends Error {
  override readonly name = "UnreadableSql";
}

type Cursor = { text: string; at: number };

const identifierPart = /[A-Za-z0-9_$\u0080-\uffff]/;
const word = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;

/**
 * Cuts a migration into its statements, each to be sent as a query of its own: adapters cut at every semicolon
 * and break a DO block. Knows 'quotes', E'escapes', "identifiers", $tag$ bodies, -- comments, nested block
 * comments, parentheses (CREATE RULE) and BEGIN ATOMIC bodies. Statements of nothing but comments are left out.
 *
 * @example
 * splitStatements("SELECT ';'; DO $$ BEGIN NULL; END $$;") // => ["SELECT ';'", "DO $$ BEGIN NULL; END $$"]
 */
export function splitStatements(text: string): string[] {
  const cursor: Cursor = { text, at: 0 };
  const statements: string[] = [];
  let start = 0;
  let words: string[] = [];
  let parentheses = 0;
  let blocks = 0;
  let empty = true;

  const finish = (end: number) => {
    if (!empty) statements.push(text.slice(start, end).trim());
    start = end + 1;
    words = [];
    parentheses = 0;
    blocks = 0;
    empty = true;
  };

  while (cursor.at < text.length) {
    const from = cursor.at;
    if (skipSpaceOrComment(cursor)) {
      if (empty) start = cursor.at;
      continue;
    }
    const character = text[from] ?? "";
    if (character === ";" && parentheses === 0 && blocks === 0) {
      finish(from);
      cursor.at = from + 1;
      continue;
    }
    empty = false;
    if (skipQuoted(cursor)) continue;
    word.lastIndex = from;
    const found = word.exec(text)?.[0].toLowerCase();
    if (found !== undefined) {
      cursor.at = from + found.length;
      if (text[cursor.at] === "'" && found === "e") continue; // E'…': the quote is read next, with escapes
      if (words.length < 6) words.push(found);
      if (isRoutine(words)) blocks = Math.max(0, blocks + blockStep(found, blocks));
      continue;
    }
    if (character === "(") parentheses += 1;
    if (character === ")") parentheses = Math.max(0, parentheses - 1);
    cursor.at = from + 1;
  }
  finish(text.length);
  return statements;
}

/** BEGIN ATOMIC … END is the one place where PostgreSQL takes semicolons bare, in CREATE FUNCTION and PROCEDURE. */
function isRoutine(words: readonly string[]): boolean {
  const kind = words[1] === "or" && words[2] === "replace" ? words[3] : words[1];
  return words[0] === "create" && (kind === "function" || kind === "procedure");
}

function blockStep(found: string, blocks: number): number {
  if (found === "begin") return 1;
  if (found === "case" && blocks > 0) return 1;
  if (found === "end") return -1;
  return 0;
}

function skipSpaceOrComment(cursor: Cursor): boolean {
  const { text, at } = cursor;
  if (/\s/.test(text[at] ?? "")) {
    cursor.at = at + 1;
    return true;
  }
  if (text.startsWith("--", at)) {
    const end = text.indexOf("\n", at);
    cursor.at = end === -1 ? text.length : end + 1;
    return true;
  }
  if (!text.startsWith("/*", at)) return false;
  let depth = 0;
  let position = at;
  do {
    if (text.startsWith("/*", position)) {
      depth += 1;
      position += 2;
    } else if (text.startsWith("*/", position)) {
      depth -= 1;
      position += 2;
    } else if (position >= text.length) {
      throw new UnreadableSql(`The comment opened at line ${lineOf(text, at)} is never closed.`);
    } else {
      position += 1;
    }
  } while (depth > 0);
  cursor.at = position;
  return true;
}

function skipQuoted(cursor: Cursor): boolean {
  const { text, at } = cursor;
  const character = text[at];
  if (character === "'" || character === '"') {
    cursor.at = endOfQuote(text, at, character, character === "'" && hasEscapes(text, at));
    return true;
  }
  if (character !== "$" || identifierPart.test(text[at - 1] ?? " ")) return false;
  dollarTag.lastIndex = at;
  const tag = dollarTag.exec(text)?.[0];
  if (tag === undefined) return false; // $1
  const end = text.indexOf(tag, at + tag.length);
  if (end === -1) throw new UnreadableSql(`The ${tag} opened at line ${lineOf(text, at)} is never closed.`);
  cursor.at = end + tag.length;
  return true;
}

/** E'…' takes backslash escapes; the e of an identifier (`type'…'`) does not make one. */
function hasEscapes(text: string, quote: number): boolean {
  return /[eE]/.test(text[quote - 1] ?? "") && !identifierPart.test(text[quote - 2] ?? " ");
}

function endOfQuote(text: string, opened: number, quote: string, escapes: boolean): number {
  for (let position = opened + 1; position < text.length; position += 1) {
    const character = text[position];
    if (escapes && character === "\\") position += 1;
    else if (character === quote) {
      if (text[position + 1] !== quote) return position + 1;
      position += 1;
    }
  }
  throw new UnreadableSql(`The ${quote} opened at line ${lineOf(text, opened)} is never closed.`);
}

function lineOf(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}
