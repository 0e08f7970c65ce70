import { phrase } from "../../language/phrase.ts";
import type { NotifyAction } from "../webhook.ts";
import type { IntegrationPhrases } from "./define.ts";

export const webhook: IntegrationPhrases<NotifyAction> = {
  es: {
    name: "Webhook de Notificaciones",
    actions: { notify: () => phrase`se enviará la notificación` },
    suppressed: { notify: "no se enviará la notificación" },
    between: " y ",
    effects: { notify: () => phrase`se enviará la notificación` },
  },
  en: {
    name: "Notification Webhook",
    actions: { notify: () => phrase`the notification will be sent` },
    suppressed: { notify: "the notification will not be sent" },
    between: " and ",
    effects: { notify: () => phrase`the notification will be sent` },
  },
};
