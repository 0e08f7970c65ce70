import { texts } from "../state/texts.ts";

/** @see texts */
export const uiTexts = texts({
  es: {
    close: "Cerrar",
    removed: (what: string) => `Hecho: ${what}. Con «Deshacer» vuelve.`,
    more: (count: number) => `Y ${count} más: escribe para encontrarlos.`,
    search: (label: string) => `Buscar en: ${label}`,
  },
  en: {
    close: "Close",
    removed: (what: string) => `Done: ${what}. “Undo” brings it back.`,
    more: (count: number) => `And ${count} more: type to find them.`,
    search: (label: string) => `Search in: ${label}`,
  },
});
