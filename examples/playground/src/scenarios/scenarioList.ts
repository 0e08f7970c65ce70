/** The scenarios that are kept, and how an event that was tried becomes one. */
import { type Decision, describeDecision, type Effect, type TicketEvent } from "ticket-rules";
import type { ExpectedEffect, Scenario } from "ticket-rules/testing";
import { editScenarios } from "../state/document.ts";
import { type JsonObject, listOf, member, textOf } from "../state/json.ts";
import { namedWorkspace } from "../state/loaded.ts";
import { locale } from "../state/preferences.ts";
import { freeName, scenarios } from "../state/scenarios.ts";

/** Adds a scenario that expects the decision, as an edit with this label. Gives its name. */
export function addScenario(event: TicketEvent, decision: Decision, label: string): string {
  const all = listOf(scenarios.peek().scenarios);
  const said = describeDecision(decision, {
    locale: locale.peek(),
    workspace: namedWorkspace.peek(),
    account: event.ticket.account,
  });
  const taken = all.map((each) => textOf(member(each, "name")));
  const scenario = scenarioOf(event, decision, nameFor(said, taken));
  const asJson: JsonObject = JSON.parse(JSON.stringify(scenario));
  editScenarios(label, (file) => ({ ...file, schemaVersion: 1, scenarios: [...all, asJson] }));
  return scenario.name;
}

/** The event as it is, and of the decision all that does not name the event itself. */
export function scenarioOf(recorded: TicketEvent, decision: Decision, name: string): Scenario {
  return {
    name,
    recorded,
    expect: {
      fired: decision.fired,
      effects: decision.effects.map(expectedEffect),
      suppressed: decision.suppressed.map(({ rule, action, reason }) => ({ rule, action, reason })),
      ...(decision.indeterminate.length === 0
        ? {}
        : {
            outcomes: Object.fromEntries(
              decision.indeterminate.map(({ rule, missing }) => [
                rule,
                { outcome: "indeterminate" as const, missing },
              ]),
            ),
          }),
    },
  };
}

/** A short name that no other scenario has. */
export function nameFor(said: string, taken: readonly string[]): string {
  const [first = ""] = said.split("\n");
  const signs = [...first.replace(/\.$/, "")];
  const base = signs.length > 90 ? `${signs.slice(0, 89).join("")}…` : signs.join("");
  return freeName(base, new Set(taken));
}

function expectedEffect(effect: Effect): ExpectedEffect {
  const { rules } = effect;
  switch (effect.type) {
    case "activateBot":
      return { type: effect.type, rules, bot: effect.bot };
    case "terminateBot":
      return { type: effect.type, rules, bot: effect.bot };
    case "sendSurvey": {
      const { type, survey, customer, executeAt, spamThresholdDays } = effect;
      return { type, rules, survey, customer, executeAt, spamThresholdDays };
    }
    default:
      return { type: effect.type, rules };
  }
}
