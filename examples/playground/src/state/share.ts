/** A link that carries the workspace, the event and the scenarios in its hash, which no server ever sees. */
import { redact } from "ticket-rules";
import { isObject, type JsonObject } from "./json.ts";

/** What a link carries. */
export interface Shared {
  readonly document: JsonObject;
  readonly event?: JsonObject | undefined;
  readonly scenarios?: JsonObject | undefined;
}

/** The hash of a link: compressed, without secrets. */
export async function hashOf({ document, event, scenarios = {} }: Shared): Promise<string> {
  // A scenario file may hold a workspace of its own, secrets and all; the one that counts here is the document.
  const { workspace: _, ...own } = scenarios;
  const shared = { document: redact(document), event, scenarios: own };
  const bytes = new TextEncoder().encode(JSON.stringify(shared));
  const packed = await through(bytes, new CompressionStream("deflate-raw"));
  let text = "";
  for (const byte of packed) text += String.fromCharCode(byte);
  return `#w=${btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** What a hash carries. @throws when it is a link of ours and broken; gives nothing when it is none. */
export async function sharedIn(hash: string): Promise<Shared | undefined> {
  const [, packed] = /^#w=([\w-]+)$/.exec(hash) ?? [];
  if (packed === undefined) {
    if (hash.startsWith("#w=")) throw new Error("not a link of this page");
    return undefined;
  }
  const text = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = await through(
    Uint8Array.from(text, (sign) => sign.charCodeAt(0)),
    new DecompressionStream("deflate-raw"),
  );
  const shared: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (!isObject(shared) || !isObject(shared.document)) throw new Error("no workspace in the link");
  return {
    document: shared.document,
    event: isObject(shared.event) ? shared.event : undefined,
    scenarios:
      isObject(shared.scenarios) && Array.isArray(shared.scenarios.scenarios) ? shared.scenarios : undefined,
  };
}

/** More than any workspace needs; a small link must not unpack to gigabytes. */
const MOST_BYTES = 32 * 1024 * 1024;

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  change: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(change).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw new Error("the link holds too much");
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
