import { phrase } from "../../language/phrase.ts";
import type { UnattendedCondition } from "../unattended.ts";
import type { ConditionPhrases } from "./define.ts";

export const unattended: ConditionPhrases<UnattendedCondition> = {
  es: {
    holds: () => phrase`el ticket no ha sido abordado`,
    fails: () => phrase`el ticket ya fue abordado`,
  },
  en: {
    holds: () => phrase`the ticket is unattended`,
    fails: () => phrase`the ticket is attended`,
  },
};
