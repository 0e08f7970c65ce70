/** BotCenter: chatbots that answer in a ticket. */
import { leafTypes } from "../conditions/index.ts";
import type { SuppressionReason } from "../decision.ts";
import type { Extensions } from "../extensions.ts";
import { repeated } from "../field.ts";
import { short } from "../issues/define.ts";
import { toldAt } from "../issues/tell.ts";
import { exact, flag, Id, list, literal, member, Name, nonEmpty } from "../schema.ts";
import { defineIntegration, effectBase, type Switches } from "./define.ts";

/** A bot that can be activated. */
export interface Bot extends Extensions {
  /** Its id in BotCenter. */
  id: string;
  name: string;
  active: boolean;
}

/** The settings of BotCenter. */
export interface BotcenterSettings extends Switches, Extensions {
  /** Secret. */
  apiToken: string;
  bots: Bot[];
}

/** Start a bot. */
export interface ActivateBotAction extends Extensions {
  type: "activateBot";
  /** The id of a bot. */
  bot: string;
}

/** Stop the bot that runs. */
export interface TerminateBotAction extends Extensions {
  type: "terminateBot";
}

/** What BotCenter rules ask for. */
export type BotcenterAction = ActivateBotAction | TerminateBotAction;

const Bot = exact({ id: Id, name: Name, active: flag() });

const BotcenterSettings = exact({
  enabled: flag(),
  active: flag(),
  apiToken: nonEmpty("token"),
  bots: list("bots", Bot),
}).superRefine(({ bots }, context) => {
  for (const [at, id] of repeated(bots)) {
    context.addIssue(toldAt(["bots", at, "id"], "duplicateId", { id: short(id) }));
  }
});

/** Settings, capabilities, actions and planning of BotCenter (spec §6, "Bots"). */
export const botcenter = defineIntegration<BotcenterSettings, BotcenterAction>({
  settings: BotcenterSettings,
  items: { bots: Bot },
  triggers: ["message.received"],
  conditions: leafTypes,
  actions: {
    activateBot: exact({ type: literal("activateBot"), bot: Id }),
    terminateBot: exact({ type: literal("terminateBot") }),
  },
  reads: ["ticket.activeBot"],
  actionCount: "oneOrMore",
  planner(settings) {
    const bots = new Map(settings.bots.map(({ id, active }) => [id, active]));
    const availability = (bot: string): SuppressionReason | undefined => {
      const active = bots.get(bot);
      if (active === undefined) return "botUnknown";
      return active ? undefined : "botInactive";
    };
    return {
      plan(requests, scene) {
        const running = runningBot(scene.head.ticket);
        let taken = false;
        return requests.map((request) => {
          const { rule, action, order } = request;
          const reason = taken
            ? "conflict"
            : action.type === "activateBot"
              ? (availability(action.bot) ?? collision(running, action.bot))
              : nothingToStop(running);
          if (reason !== undefined) return { order, rule, action: action.type, reason };
          taken = true;
          const base = effectBase(request, scene);
          return action.type === "activateBot"
            ? { order, effect: { type: action.type, ...base, bot: action.bot } }
            : { order, effect: { type: action.type, ...base, bot: running ?? null } };
        });
      },
      recheck(effect, { ticket }) {
        const running = ticket === undefined ? undefined : runningBot(ticket);
        if (effect.type === "activateBot") return availability(effect.bot) ?? collision(running, effect.bot);
        return effect.type === "terminateBot" ? nothingToStop(running) : undefined;
      },
    };
  },
});

/** The bot that runs, null for none, undefined when nobody said. */
function runningBot(ticket: unknown): string | null | undefined {
  const bot = member(ticket, "activeBot");
  if (bot === undefined) return undefined;
  return typeof bot === "string" && bot !== "" ? bot : null;
}

function collision(running: string | null | undefined, bot: string): SuppressionReason | undefined {
  if (running === undefined || running === null) return undefined;
  return running === bot ? "alreadyActive" : "otherBotActive";
}

function nothingToStop(running: string | null | undefined): SuppressionReason | undefined {
  return running === null ? "noActiveBot" : undefined;
}
