import { texts } from "../../state/texts.ts";

/** @see texts */
export const actionTexts = texts({
  es: {
    bot: "Bot",
    botOff: (name: string) => `${name} (desactivado)`,
    noBots: "Todavía no hay bots. Añádelos en «BotCenter».",
    survey: "Número de encuesta",
    surveyHint: "El de la encuesta en TimePoints.",
    delay: "Retraso, en minutos",
    delayHint: "Vacío: se envía de inmediato.",
    threshold: "Umbral de SPAM, en días",
    thresholdHint: "Intervalo mínimo entre dos envíos a un mismo cliente. Vacío: sin límite.",
  },
  en: {
    bot: "Bot",
    botOff: (name: string) => `${name} (switched off)`,
    noBots: "No bots yet. Add them under “BotCenter”.",
    survey: "Number of the survey",
    surveyHint: "Its number in TimePoints.",
    delay: "Delay, in minutes",
    delayHint: "Empty: it is sent at once.",
    threshold: "Spam threshold, in days",
    thresholdHint: "The least time between two surveys to one customer. Empty: no limit.",
  },
});
