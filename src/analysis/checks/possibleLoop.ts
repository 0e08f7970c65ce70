import type { Texts } from "../findings.ts";
import { hasGuard } from "../linting/guard.ts";
import type { RuleScene } from "../linting/scene.ts";
import { quoted, ruleName, sentence } from "../linting/wording.ts";
import type { PossibleLoop } from "../loops.ts";
import { defineCheck } from "./define.ts";

/**
 * A bot that is started again and again on one ticket, whatever the customer answers. `inspect` tells also of those that
 * go round on some answers only, and of those that go round while nobody has the ticket.
 */
export const possibleLoop = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(_, study) {
    const told = new Set<number>();
    for (const { starter, other, loop } of study.pairs().loops) {
      if (!loop.anyAnswer || hasGuard(starter.rule) || told.has(starter.at)) continue;
      told.add(starter.at);
      const [first] = loop.steps;
      yield {
        path: starter.path,
        ...(first === undefined ? {} : { witness: first.event }),
        texts: textsOf(starter, other, loop),
      };
    }
  },
});

function textsOf(starter: RuleScene, other: RuleScene, { steps }: PossibleLoop): Texts {
  const { es, en } = ruleName(starter);
  const name = quoted(other.rule.name);
  if (starter === other) {
    return {
      es: `${sentence(es)} activa su bot y lo termina, por turnos, con cada respuesta del cliente, diga lo que diga.`,
      en: `${sentence(en)} starts its bot and ends it, by turns, on each answer of the customer, whatever it says.`,
    };
  }
  return steps.at(-1)?.effect === "sendSurvey"
    ? {
        es: `${sentence(es)} activa un bot; si este cierra el ticket, la regla ${name} envía su encuesta, y la respuesta del cliente, diga lo que diga, activa el bot de nuevo.`,
        en: `${sentence(en)} starts a bot; if the bot closes the ticket, rule ${name} sends its survey, and the customer's answer, whatever it says, starts the bot again.`,
      }
    : {
        es: `${sentence(es)} activa un bot y la regla ${name} lo termina, por turnos, con cada respuesta del cliente, diga lo que diga.`,
        en: `${sentence(en)} starts a bot and rule ${name} ends it, by turns, on each answer of the customer, whatever it says.`,
      };
}
