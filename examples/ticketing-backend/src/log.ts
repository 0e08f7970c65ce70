/** Structured logs, without secrets and without what customers write. */
import pino, { type DestinationStream, type Logger } from "pino";

/** Nothing logs bodies on purpose; should something, these stay out, at the depths at which they occur. */
const HIDDEN = ["apiToken", "secret", "authorization", "text", "password"].flatMap((key) => [
  key,
  `*.${key}`,
  `*.*.${key}`,
  `*.*.*.${key}`,
]);

export function createLog(level: string, destination?: DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    redact: { paths: HIDDEN, censor: "[hidden]" },
    serializers: { err: withoutValues, error: withoutValues },
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Errors of databases carry the statement's values and the row (`params`, `detail`, `where`): message texts, tokens. */
function withoutValues(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  return { type: error.name, message: error.message, ...code, stack: error.stack };
}
