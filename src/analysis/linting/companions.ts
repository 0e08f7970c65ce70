import { compile } from "../../compile.ts";
import { evaluate } from "../../evaluate.ts";
import type { TicketEvent } from "../../event.ts";
import type { Workspace } from "../../workspace.ts";

/**
 * For an event, the places of the rules that are switched on and fire on it, when integrations are on and nothing
 * stops or holds back anything.
 */
export function companionsIn(workspace: Workspace): (event: TicketEvent) => number[] {
  const { botcenter, timepoints, webhook } = workspace.integrations ?? {};
  const on = { enabled: true, active: true };
  const ruleSet = compile(
    {
      ...workspace,
      integrations: {
        ...(botcenter && { botcenter: { ...botcenter, ...on } }),
        ...(timepoints && { timepoints: { ...timepoints, ...on } }),
        ...(webhook && { webhook: { ...webhook, ...on } }),
      },
      rules: workspace.rules.map((rule) => ({ ...rule, stop: false })),
    },
    { maxRules: Number.POSITIVE_INFINITY },
  );
  const places = new Map(workspace.rules.map(({ id }, place) => [id, place]));
  return (event) => evaluate(ruleSet, event).fired.flatMap((id) => places.get(id) ?? []);
}
