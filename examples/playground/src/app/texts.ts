import type { TabName } from "../state/tab.ts";
import { texts } from "../state/texts.ts";

interface AppTexts {
  readonly tagline: string;
  readonly skip: string;
  readonly tabs: { readonly [Name in TabName]: string };
  readonly tabList: string;
  readonly undo: (label: string | undefined) => string;
  readonly redo: (label: string | undefined) => string;
  readonly language: string;
  readonly theme: string;
  readonly themes: { readonly system: string; readonly light: string; readonly dark: string };
  readonly file: string;
  readonly importFile: string;
  readonly exportFile: string;
  readonly share: string;
  readonly startAgain: string;
  readonly startEmpty: string;
  readonly linkTitle: string;
  readonly linkAbout: string;
  readonly linkLabel: string;
  readonly linkLong: (length: string) => string;
  readonly copy: string;
  readonly copied: string;
  readonly imported: string;
  readonly fromLinkLabel: string;
  readonly fromLink: (scenarios: number) => string;
  readonly elsewhere: { readonly label: string; readonly theirs: string; readonly mine: string };
  readonly exported: string;
  readonly brokenLink: string;
  readonly notJson: (at: { line: number; column: number } | undefined) => string;
  readonly notObject: string;
  readonly placeholders: string;
  readonly notKept: string;
  readonly undone: (label: string) => string;
  readonly redone: (label: string) => string;
  readonly broken: string;
  readonly tryAgain: string;
  readonly reload: string;
}

/** @see texts */
export const appTexts = texts<AppTexts>({
  es: {
    tagline: "Reglas que se explican solas",
    skip: "Ir al contenido",
    tabs: { rules: "Reglas", try: "Probar", prove: "Demostrar", scenarios: "Escenarios" },
    tabList: "Secciones",
    undo: (label) => (label === undefined ? "Deshacer" : `Deshacer: ${label}`),
    redo: (label) => (label === undefined ? "Rehacer" : `Rehacer: ${label}`),
    language: "Idioma",
    theme: "Tema",
    themes: { system: "Como el sistema", light: "Claro", dark: "Oscuro" },
    file: "Archivo",
    importFile: "Importar archivo…",
    exportFile: "Exportar sin secretos",
    share: "Compartir enlace…",
    startAgain: "Volver al ejemplo",
    startEmpty: "Empezar sin reglas",
    linkTitle: "Compartir un enlace",
    linkAbout:
      "El enlace lleva las reglas, el evento y los escenarios, comprimidos. Las claves (API token, secreto) quedan fuera. Nada pasa por un servidor.",
    linkLabel: "Enlace",
    linkLong: (length) =>
      `Tiene ${length} caracteres: algunos programas cortan enlaces tan largos. Exporta el archivo.`,
    copy: "Copiar",
    copied: "Copiado",
    imported: "Archivo importado.",
    fromLinkLabel: "Abrir un enlace",
    fromLink: (scenarios) =>
      `Se abrió lo que traía el enlace.${scenarios === 0 ? "" : ` Sus escenarios (${scenarios}) están después de los tuyos.`} Con «Deshacer» vuelve todo lo que tenías.`,
    elsewhere: {
      label: "Cambios de otra pestaña",
      theirs: "Se cambió algo en otra pestaña, y aquí también. Con «Deshacer» vuelve lo que había aquí.",
      mine: "Otra pestaña guardó cambios al mismo tiempo: queda lo que editaste aquí. En la otra vuelven con «Deshacer».",
    },
    exported: "Archivo exportado, sin secretos.",
    brokenLink: "El enlace está incompleto o dañado; se muestra lo que había en este navegador.",
    notJson: (at) =>
      `El archivo no es JSON${at === undefined ? "" : `: hay un error en la línea ${at.line}, columna ${at.column}`}.`,
    notObject: "El archivo no contiene un espacio de trabajo: se espera un objeto JSON.",
    placeholders: "Las claves no venían: en su lugar hay un texto de relleno.",
    notKept: "Este navegador no deja guardar nada: lo que edites se pierde al cerrar la página.",
    undone: (label) => `Deshecho: ${label}`,
    redone: (label) => `Rehecho: ${label}`,
    broken: "Algo falló al mostrar esta sección.",
    tryAgain: "Intentar de nuevo",
    reload: "Deshacer el último cambio",
  },
  en: {
    tagline: "Rules that explain themselves",
    skip: "Skip to content",
    tabs: { rules: "Rules", try: "Try it", prove: "Prove it", scenarios: "Scenarios" },
    tabList: "Sections",
    undo: (label) => (label === undefined ? "Undo" : `Undo: ${label}`),
    redo: (label) => (label === undefined ? "Redo" : `Redo: ${label}`),
    language: "Language",
    theme: "Theme",
    themes: { system: "As the system", light: "Light", dark: "Dark" },
    file: "File",
    importFile: "Import file…",
    exportFile: "Export without secrets",
    share: "Share a link…",
    startAgain: "Back to the example",
    startEmpty: "Start without rules",
    linkTitle: "Share a link",
    linkAbout:
      "The link carries the rules, the event and the scenarios, compressed. Keys (API token, secret) stay out. Nothing passes through a server.",
    linkLabel: "Link",
    linkLong: (length) =>
      `It has ${length} characters: some programs cut links as long as that. Export the file.`,
    copy: "Copy",
    copied: "Copied",
    imported: "File imported.",
    fromLinkLabel: "Open a link",
    fromLink: (scenarios) =>
      `What came with the link was opened.${scenarios === 0 ? "" : ` Its scenarios (${scenarios}) come after yours.`} “Undo” brings back all that you had.`,
    elsewhere: {
      label: "Changes of another tab",
      theirs: "Something was changed in another tab, and here as well. “Undo” brings back what was here.",
      mine: "Another tab kept changes at the same time: what you edited here stays. There “Undo” brings them back.",
    },
    exported: "File exported, without secrets.",
    brokenLink: "The link is incomplete or damaged; this is what this browser held.",
    notJson: (at) =>
      `The file is not JSON${at === undefined ? "" : `: there is a mistake in line ${at.line}, column ${at.column}`}.`,
    notObject: "The file holds no workspace: expected a JSON object.",
    placeholders: "The keys were not in it: a placeholder stands in for them.",
    notKept: "This browser lets nothing be kept: what you edit is lost when the page is closed.",
    undone: (label) => `Undone: ${label}`,
    redone: (label) => `Redone: ${label}`,
    broken: "Something failed while showing this section.",
    tryAgain: "Try again",
    reload: "Undo the last change",
  },
});
