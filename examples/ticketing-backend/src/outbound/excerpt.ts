/** The beginning of an answer's body, and no more of it. */
import type { Readable } from "node:stream";

const MAX_BYTES = 1_024;
const MAX_MS = 1_000;

/**
 * Reads at most 1 KiB, for at most a second, and drops the rest with its connection. The status has decided what
 * becomes of the effect: a body that is endless, slow or cut off changes nothing.
 */
export async function readExcerpt(body: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const timer = setTimeout(() => body.destroy(), MAX_MS);
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= MAX_BYTES) break;
    }
  } catch {
    // Cut off: what came is what there is.
  } finally {
    clearTimeout(timer);
    body.on("error", () => {}).destroy();
  }
  return printable(Buffer.concat(chunks).subarray(0, MAX_BYTES).toString("utf8"));
}

/** One line of text that a database takes (PostgreSQL refuses U+0000) and a terminal does not obey. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
}
