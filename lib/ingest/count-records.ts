/**
 * How many records a text has, counted without the parser: a line break inside quotation marks ends none.
 * Compared with what the parser returned, so that no row can be dropped without a word.
 */
export function countRecords(text: string, delimiter: string): number {
  const separator = delimiter.charCodeAt(0);
  let records = 0;
  let quoted = false;
  let atCellStart = true;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code !== 34) continue;
      if (text.charCodeAt(index + 1) === 34) index++;
      else quoted = false;
    } else if (code === 34 && atCellStart) {
      quoted = true;
      atCellStart = false;
    } else if (code === 10) {
      records++;
      atCellStart = true;
    } else {
      atCellStart = code === separator;
    }
  }
  return text.endsWith("\n") ? records : records + 1;
}
