import { phrase } from "../../language/phrase.ts";
import type { Say } from "../../language/say.ts";
import { asCode } from "../../language/shown.ts";
import { isRecord } from "../../schema.ts";
import type { UnassignedCondition } from "../unassigned.ts";
import type { ConditionPhrases } from "./define.ts";

export const unassigned: ConditionPhrases<UnassignedCondition> = {
  es: {
    holds: () => phrase`el ticket no está asignado`,
    fails: () => phrase`el ticket está asignado`,
    unmet: (_, actual, say) => phrase`el ticket está asignado${holder(actual, "al bot", "a", say)}`,
  },
  en: {
    holds: () => phrase`the ticket is unassigned`,
    fails: () => phrase`the ticket is assigned`,
    unmet: (_, actual, say) => phrase`the ticket is assigned${holder(actual, "to the bot", "to", say)}`,
  },
};

/** Who has it. Executives are not in the workspace: they are known by their id. */
function holder(actual: unknown, toBot: string, toHuman: string, say: Say): string {
  if (!isRecord(actual) || typeof actual.id !== "string" || actual.id === "") return "";
  return actual.type === "bot" ? ` ${toBot} ${say.bot(actual.id)}` : ` ${toHuman} ${asCode(actual.id)}`;
}
