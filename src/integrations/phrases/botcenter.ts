import { phrase, value } from "../../language/phrase.ts";
import type { BotcenterAction } from "../botcenter.ts";
import type { IntegrationPhrases } from "./define.ts";

export const botcenter: IntegrationPhrases<BotcenterAction> = {
  es: {
    name: "BotCenter",
    actions: {
      activateBot: ({ bot }, say) =>
        phrase`se activará el bot ${value(say.bot(bot), "bot")}${say.isBotOff(bot) ? " (desactivado)" : ""}`,
      terminateBot: () => phrase`se terminará el bot activo`,
    },
    suppressed: { activateBot: "no se activará el bot", terminateBot: "no se terminará el bot" },
    // One bot effect an event: the first action that is not suppressed.
    between: " o, si no es posible, ",
    effects: {
      activateBot: ({ bot }, say) => phrase`se activará el bot ${say.bot(bot)}`,
      terminateBot: ({ bot }, say) => phrase`se terminará el bot ${bot === null ? "activo" : say.bot(bot)}`,
    },
  },
  en: {
    name: "BotCenter",
    actions: {
      activateBot: ({ bot }, say) =>
        phrase`the bot ${value(say.bot(bot), "bot")}${say.isBotOff(bot) ? " (switched off)" : ""} will be activated`,
      terminateBot: () => phrase`the active bot will be terminated`,
    },
    suppressed: {
      activateBot: "the bot will not be activated",
      terminateBot: "the bot will not be terminated",
    },
    between: " or, if that is not possible, ",
    effects: {
      activateBot: ({ bot }, say) => phrase`the bot ${say.bot(bot)} will be activated`,
      terminateBot: ({ bot }, say) =>
        bot === null
          ? phrase`the active bot will be terminated`
          : phrase`the bot ${say.bot(bot)} will be terminated`,
    },
  },
};
