import { grouped, type Refusal, refuse } from "@/lib/ingest/refusal";

export type Encoding = "UTF-8" | "UTF-16 LE" | "UTF-16 BE" | "Windows-1252";
export type DecodedText = { ok: true; text: string; encoding: Encoding };

/** Larger files are asked for in parts: the whole text is held in memory while it is read. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

const DECODER_NAME: Record<Encoding, string> = {
  "UTF-8": "utf-8",
  "UTF-16 LE": "utf-16le",
  "UTF-16 BE": "utf-16be",
  "Windows-1252": "windows-1252",
};

/** First bytes of files that are often sent by mistake, and what to do instead. */
const NOT_TEXT: ReadonlyArray<{ bytes: readonly number[]; sentence: string }> = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    sentence:
      "This is an Excel workbook or an archive, not a CSV file. Nothing was changed. In Excel choose Save as, then CSV UTF-8, and send that file.",
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    sentence:
      "This is an old Excel workbook, not a CSV file. Nothing was changed. In Excel choose Save as, then CSV UTF-8, and send that file.",
  },
  {
    bytes: [0x25, 0x50, 0x44, 0x46],
    sentence:
      "This is a PDF, not a CSV file. Nothing was changed. Export the table as CSV and send that file.",
  },
];

/** Bytes of an upload as text: byte order mark, UTF-16 without one, UTF-8, and Windows-1252 when it is not UTF-8. */
export function decodeText(bytes: Uint8Array): DecodedText | Refusal {
  if (bytes.length === 0) {
    return refuse(
      "The file is empty. Nothing was changed. Export it again and send a file with a row of headings.",
    );
  }
  if (bytes.length > MAX_FILE_BYTES) {
    return refuse(
      `The file has ${grouped(bytes.length)} bytes; ${grouped(MAX_FILE_BYTES)} is the most at once. Nothing was changed. Send it in parts: records that came before are recognised by their id.`,
    );
  }
  for (const kind of NOT_TEXT) {
    if (startsWith(bytes, kind.bytes)) return refuse(kind.sentence);
  }
  const encoding = detectEncoding(bytes);
  if (encoding.startsWith("UTF-16") && bytes.length % 2 === 1) {
    return refuse(
      "The file ends in the middle of a character, so a part of it is missing. Nothing was changed. Export it again and send it whole.",
    );
  }
  return decodeAs(bytes, encoding);
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): DecodedText | Refusal {
  const text = decodeStrictly(bytes, encoding);
  if (text === null) {
    if (isCutInsideCharacter(bytes)) {
      return refuse(
        "The file ends in the middle of a character, so a part of it is missing. Nothing was changed. Export it again and send it whole.",
      );
    }
    if (startsWith(bytes, [0xef, 0xbb, 0xbf])) {
      return refuse(
        "The file says it is UTF-8 but holds bytes that are not. Nothing was changed. Save it again as CSV UTF-8 and send that file.",
      );
    }
    return decodeAs(bytes, encoding === "UTF-8" ? "Windows-1252" : "UTF-8");
  }
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const row = text.slice(0, nul).split("\n").length;
    return refuse(
      `Line ${grouped(row)} holds a NUL character, which no table has: the file is damaged or not text. Nothing was changed. Export it again and send the new file.`,
    );
  }
  return { ok: true, text, encoding };
}

function detectEncoding(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, [0xff, 0xfe])) return "UTF-16 LE";
  if (startsWith(bytes, [0xfe, 0xff])) return "UTF-16 BE";
  // UTF-16 without a mark: in Latin text every second byte is zero.
  const sample = bytes.subarray(0, 4096);
  let zerosAtEven = 0;
  let zerosAtOdd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) index % 2 === 0 ? zerosAtEven++ : zerosAtOdd++;
  }
  const most = sample.length * 0.3;
  if (zerosAtOdd > most && zerosAtEven < most / 10) return "UTF-16 LE";
  if (zerosAtEven > most && zerosAtOdd < most / 10) return "UTF-16 BE";
  return "UTF-8";
}

/** Null when the bytes are not of this encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(DECODER_NAME[encoding], { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null; // what TextDecoder throws for malformed input
    throw error;
  }
}

/** True when all but the last one to three bytes are UTF-8 with at least one character outside ASCII: a cut, not a code page. */
function isCutInsideCharacter(bytes: Uint8Array): boolean {
  for (let missing = 1; missing <= 3 && missing < bytes.length; missing++) {
    const lead = bytes[bytes.length - missing] ?? 0;
    if (lead < 0xc2 || lead > 0xf4) continue;
    const head = decodeStrictly(bytes.subarray(0, bytes.length - missing), "UTF-8");
    return head !== null && head.length < bytes.length - missing; // fewer characters than bytes: not plain ASCII
  }
  return false;
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}
