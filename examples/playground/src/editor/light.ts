/** Which part of which rule is lit: under the pointer or the focus, in the sentence or in the windows. */
import { signal } from "@preact/signals";
import { isWithin, type Path } from "../state/json.ts";

/** A part of a rule: the rule's key, and the path from the rule. */
interface Lit {
  readonly rule: string;
  readonly path: Path;
}

/** What is lit. */
export const lit = signal<Lit | undefined>(undefined);

/** Lights a part of a rule, or nothing. */
export function light(rule: string, path: Path | undefined): void {
  lit.value = path === undefined ? undefined : { rule, path };
}

/** Whether a part is lit: it, something in it, or something that it is in. */
export function isLit(rule: string, path: Path): boolean {
  const now = lit.value;
  if (now === undefined || now.rule !== rule) return false;
  return isWithin(now.path, path) || isWithin(path, now.path);
}
