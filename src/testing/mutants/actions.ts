/** The small mistakes that can be made in the actions of a rule, by their type. */
import type { Action } from "../../integrations/index.ts";
import type { SendSurveyAction } from "../../integrations/timepoints.ts";
import { dropped, type Edit, type Names, replaced, swapped, within } from "./edit.ts";

type ActionEdits = {
  readonly [Type in Action["type"]]: (
    action: Extract<Action, { type: Type }>,
    names: Names,
  ) => Generator<Edit<Action>>;
};

/** The changes of the actions of a rule. */
export function* editsOfActions(actions: readonly Action[], names: Names): Generator<Edit<Action[]>> {
  for (const [at, action] of actions.entries()) {
    if (actions.length > 1) {
      yield { kind: "dropAction", path: [at], from: action.type, value: dropped(actions, at) };
    }
    const next = actions[at + 1];
    if (next !== undefined) {
      yield {
        kind: "swapActions",
        path: [at],
        from: action.type,
        to: next.type,
        value: swapped(actions, at),
      };
    }
    yield* within([at], editsOfAction(action, names), (edited) => replaced(actions, at, edited));
  }
}

function editsOfAction(action: Action, names: Names): Generator<Edit<Action>> {
  // The table is keyed by the tag, which the types cannot follow.
  const edits = actionEdits[action.type] as (action: Action, names: Names) => Generator<Edit<Action>>;
  return edits(action, names);
}

const actionEdits: ActionEdits = {
  *activateBot(action, { bots }) {
    const place = bots.indexOf(action.bot);
    const other = [...bots.slice(place + 1), ...bots.slice(0, place + 1)].find((bot) => bot !== action.bot);
    if (other !== undefined) {
      yield {
        kind: "changeValue",
        path: ["bot"],
        from: action.bot,
        to: other,
        value: { ...action, bot: other },
      };
    }
    yield changed(action, { type: "terminateBot" });
  },
  *terminateBot(action, { bots }) {
    const [bot] = bots;
    if (bot !== undefined) yield changed(action, { type: "activateBot", bot });
  },
  *sendSurvey(action) {
    yield* shifts(action, "survey", action.survey, 1);
    yield* shifts(action, "delayMinutes", action.delayMinutes ?? 0, 0);
    yield* shifts(action, "spamThresholdDays", action.spamThresholdDays ?? 0, 0);
    yield changed(action, { type: "enableManualSurvey" });
  },
  *enableManualSurvey(action) {
    yield changed(action, { type: "sendSurvey", survey: 1 });
  },
  *notify() {},
};

function changed(from: Action, to: Action): Edit<Action> {
  return { kind: "changeAction", path: ["type"], from: from.type, to: to.type, value: to };
}

/** The most that any of the numbers may be. */
const MOST = 10_000_000;

function* shifts(
  action: SendSurveyAction,
  key: "survey" | "delayMinutes" | "spamThresholdDays",
  written: number,
  least: number,
): Generator<Edit<Action>> {
  for (const near of [written - 1, written + 1]) {
    if (near < least || near > MOST) continue;
    const value = { ...action, [key]: near };
    yield { kind: "shiftNumber", path: [key], from: String(written), to: String(near), value };
  }
}
