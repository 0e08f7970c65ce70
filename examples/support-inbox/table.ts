/** Columns of plain text for a terminal of 130 columns. */

const WIDTHS = { time: 9, ticket: 5, event: 17, detail: 36, result: 55 };
const GAP = "  ";

/** What stands in the five columns: local time, ticket, event, what it was about, and what came of it. */
export interface Row {
  time: string;
  ticket: string;
  event: string;
  detail: string;
  /** One entry per thing that happened, or did not. Long ones go on in the next lines. */
  results: string[];
}

/** A row in as many lines as its results need. */
export function lines({ results, ...row }: Row): string[] {
  const left = (["time", "ticket", "event", "detail"] as const)
    .map((column) => pad(row[column], WIDTHS[column]))
    .join(GAP);
  return results
    .flatMap((result) => wrap(result, WIDTHS.result))
    .map((text, line) => `${line === 0 ? left : " ".repeat(width(left))}${GAP}${text}`.trimEnd());
}

/** A line across all columns. */
export const ruler: string = "─".repeat(
  Object.values(WIDTHS).reduce((sum, columns) => sum + columns + GAP.length, -GAP.length),
);

/** Text in exactly so many columns: cut with an ellipsis, or filled with spaces. */
function pad(text: string, columns: number): string {
  if (width(text) <= columns) return text + " ".repeat(columns - width(text));
  let kept = "";
  for (const part of graphemes(text)) {
    if (width(kept + part) > columns - 1) break;
    kept += part;
  }
  return `${kept}…${" ".repeat(columns - 1 - width(kept))}`;
}

/** Breaks at spaces; the lines after the first are indented by two. */
export function wrap(text: string, columns: number): string[] {
  const wrapped: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line.trim() !== "" && width(line) + 1 + width(word) > columns) {
      wrapped.push(line);
      line = `  ${word}`;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...wrapped, line];
}

/** How many columns a terminal gives to a text: two to an emoji, none to an accent of its own. */
function width(text: string): number {
  return graphemes(text).reduce((sum, part) => sum + (WIDE.test(part) ? 2 : 1), 0);
}

const WIDE = /\p{Emoji_Presentation}|\uFE0F/u;

function graphemes(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

const segmenter = new Intl.Segmenter("es");
