import { locale } from "./preferences.ts";

/**
 * The texts of one part of the page, in both languages: a text that one of them lacks does not compile.
 * Gives a function that returns those of the page's language; read in a component, it follows the language.
 */
export function texts<Texts extends object>(all: { es: Texts; en: NoInfer<Texts> }): () => Texts {
  return () => all[locale.value];
}
