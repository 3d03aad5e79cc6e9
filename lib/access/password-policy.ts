import { commonPasswords } from "@/lib/access/common-passwords";
import { passwordLength } from "@/lib/forms/password-length";

const asLetters: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

/**
 * Why a new password will not do, in a sentence for the person, or null when it will. Length and guessing only:
 * rules about capitals and signs make passwords worse (NIST SP 800-63B, 5.1.1.2).
 * `about` holds what an attacker knows of the person: e-mail address, name, name of the company.
 *
 * @example
 * passwordProblem("Password2024!", [])
 * // => "This password is among the first that are tried. Please choose another; a few words in a row are good."
 */
export function passwordProblem(password: string, about: readonly string[]): string | null {
  const length = [...password].length;
  if (length < passwordLength.least) return `Please use at least ${passwordLength.least} characters.`;
  if (length > passwordLength.most) return `Please use at most ${passwordLength.most} characters.`;
  if (isCommon(password)) {
    return "This password is among the first that are tried. Please choose another; a few words in a row are good.";
  }
  if (about.some((known) => isMadeOf(password, known))) {
    return "This password is made of your own name, address or company. Please choose another.";
  }
  return null;
}

function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  if (new Set(lower).size <= 2 || isRun(lower)) return true;
  const roots = [trimmed(lower), trimmed(withLetters(lower)), withLetters(trimmed(lower))];
  if (roots.some((root) => commonPasswords.has(root))) return true;
  // Digits alone are a date or a telephone number, and a few signs over and over are no better than one.
  return trimmed(lower) === "" && (/^\d+$/.test(lower) || new Set(lower).size <= 5);
}

/** "12345678", "87654321", "abcdefgh": every step the same, up or down. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  // The zero after the nine belongs to the run on every keyboard.
  const follows = (from: number, to: number) =>
    to - from === step || (from === 57 && to === 48 && step === 1);
  return (
    Math.abs(step) <= 1 && codes.every((code, index) => index === 0 || follows(codes[index - 1] ?? 0, code))
  );
}

/** Without the digits and signs people put around a word; "" when nothing else was there. */
function trimmed(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
}

function withLetters(text: string): string {
  return [...text].map((character) => asLetters[character] ?? character).join("");
}

/** The known text is the whole password but for digits and signs: "maya.chen" in "MayaChen1990". */
function isMadeOf(password: string, known: string): boolean {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}]/gu, "");
  const [local = "", domain = ""] = known.split("@");
  const parts = [known, local, domain.split(".")[0] ?? ""].map(letters);
  return parts.some((part) => part.length >= 3 && letters(password) === part);
}
