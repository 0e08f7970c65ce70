import { hasGuard } from "../linting/guard.ts";
import { ruleName, sentence } from "../linting/wording.ts";
import { defineCheck } from "./define.ts";

/** A bot that is activated whoever has the ticket: it may talk over an executive. */
export const botWithoutGuard = /* @__PURE__ */ defineCheck({
  severity: "warning",
  *find(scene) {
    for (const each of scene.rules) {
      const { rule, path } = each;
      const activates = rule.actions.some(({ type }) => type === "activateBot");
      if (!activates || hasGuard(rule)) continue;
      const { es, en } = ruleName(each);
      yield {
        path,
        texts: {
          es: `${sentence(es)} activa un bot también en tickets que atiende un ejecutivo: falta “Ticket no asignado” o “Ticket no abordado”.`,
          en: `${sentence(en)} activates a bot on tickets that an executive attends, too: “unassigned” or “unattended” is missing.`,
        },
      };
    }
  },
});
