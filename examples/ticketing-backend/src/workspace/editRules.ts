/** Edits of the list of rules. Each gives the document to be, or nothing when the rule is not there. */
import type { Workspace } from "ticket-rules";

/** Puts a rule in the place of the one with its id, or at the end, where it has the least priority. */
export function putRule(document: Workspace, id: string, rule: object): unknown {
  const at = indexOf(document, id);
  const rules: unknown[] = [...document.rules];
  rules.splice(at < 0 ? rules.length : at, 1, { ...rule, id });
  return { ...document, rules };
}

export function deleteRule(document: Workspace, id: string): unknown {
  const at = indexOf(document, id);
  return at < 0 ? undefined : { ...document, rules: document.rules.toSpliced(at, 1) };
}

/** Puts the rules into the order of `ids`, which names each once; nothing when it does not. */
export function orderRules(document: Workspace, ids: readonly string[]): unknown {
  const rules = new Map(document.rules.map((rule) => [rule.id, rule]));
  const ordered = [...new Set(ids)].map((id) => rules.get(id));
  const complete =
    ids.length === document.rules.length && ordered.length === ids.length && !ordered.includes(undefined);
  return complete ? { ...document, rules: ordered } : undefined;
}

export function indexOf({ rules }: Workspace, id: string): number {
  return rules.findIndex((rule) => rule.id === id);
}
