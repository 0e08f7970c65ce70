import { createContext, Script } from "node:vm";

const MILLISECONDS = 1_000;
const script = new Script("regex.test(text)");
const context = createContext({});

/**
 * The host's verdict, or undefined if it takes the host over a second: among a million generated patterns a few stop
 * it for minutes even on ten characters, and one of those ends the process that runs the tests.
 */
export function hostVerdict(regex: RegExp, text: string): boolean | undefined {
  // Interrupting costs a hundred times what most tests do; few repetitions cannot take long on a short text.
  if ((regex.source.match(/[*+}]/g)?.length ?? 0) < 6) return regex.test(text);
  Object.assign(context, { regex, text });
  try {
    return Boolean(script.runInContext(context, { timeout: MILLISECONDS }));
  } catch {
    return undefined;
  }
}
