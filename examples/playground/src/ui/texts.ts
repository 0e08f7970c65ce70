import { texts } from "../state/texts.ts";

/** @see texts */
export const uiTexts = texts({
  es: { close: "Cerrar", more: "Más acciones" },
  en: { close: "Close", more: "More actions" },
});
