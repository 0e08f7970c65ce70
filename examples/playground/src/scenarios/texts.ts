import { texts } from "../state/texts.ts";

interface ScenarioTexts {
  readonly title: string;
  readonly intro: string;
  readonly saveCurrent: string;
  readonly saved: (name: string) => string;
  readonly notEvaluated: string;
  readonly runAll: string;
  readonly importFile: string;
  readonly exportFile: string;
  readonly importing: string;
  readonly imported: (count: number) => string;
  readonly renamed: (count: number) => string;
  readonly exported: string;
  readonly notJson: string;
  readonly noScenarios: string;
  readonly none: string;
  readonly noneHint: string;
  readonly listHeading: string;
  readonly passed: (count: number) => string;
  readonly failed: (count: number) => string;
  readonly passes: string;
  readonly fails: string;
  readonly notRun: string;
  readonly stale: string;
  readonly name: (place: number) => string;
  readonly nameless: string;
  readonly tryIt: string;
  readonly accept: string;
  readonly accepted: (name: string) => string;
  readonly rename: string;
  readonly remove: string;
  readonly expects: string;
  readonly expectsNothing: string;
  readonly expectsEffects: (count: number) => string;
  readonly expectsOther: string;
  readonly why: string;
  readonly showMore: (count: number) => string;
  readonly coverageHeading: string;
  readonly coverageIntro: string;
  readonly rulesCovered: (hit: number, found: number) => string;
  readonly conditionsCovered: (hit: number, found: number) => string;
  readonly ofConditions: (hit: number, found: number) => string;
  readonly doesNotRun: string;
  readonly seen: {
    readonly true: (count: number) => string;
    readonly false: (count: number) => string;
    readonly unknown: (count: number) => string;
  };
  readonly neverSeen: string;
  readonly decided: { readonly true: (name: string) => string; readonly false: (name: string) => string };
  readonly undecided: { readonly true: string; readonly false: string };
  readonly inert: string;
  readonly outcomes: (fired: number, notFired: number) => string;
}

/** What this tab says. */
export const scenarioTexts = texts<ScenarioTexts>({
  es: {
    title: "Escenarios",
    intro:
      "Eventos que ya probaste, con lo que debe salir de ellos. Se vuelven a ejecutar con cada cambio de las reglas: así se nota lo que se rompe.",
    saveCurrent: "Guardar el evento que se está probando",
    saved: (name) => `Escenario guardado: ${name}`,
    notEvaluated: "El evento que se está probando no se puede evaluar.",
    runAll: "Ejecutar todos",
    importFile: "Importar…",
    exportFile: "Exportar",
    importing: "Importar escenarios",
    imported: (count) =>
      count === 1
        ? "Se añadió un escenario a los que había."
        : `Se añadieron ${count} escenarios a los que había.`,
    renamed: (count) =>
      count === 1
        ? "Uno lleva un número, porque su nombre ya estaba."
        : `${count} llevan un número, porque su nombre ya estaba.`,
    exported: "Escenarios exportados.",
    notJson: "El archivo no es JSON.",
    noScenarios: "El archivo no tiene una lista «scenarios».",
    none: "Todavía no hay escenarios",
    noneHint: "Prueba un evento y guárdalo: se esperará lo mismo que sale ahora.",
    listHeading: "Los escenarios",
    passed: (count) => (count === 1 ? "1 pasa" : `${count} pasan`),
    failed: (count) => (count === 1 ? "1 falla" : `${count} fallan`),
    passes: "pasa",
    fails: "falla",
    notRun: "sin ejecutar",
    stale: "Ejecutando con lo que cambió…",
    name: (place) => `Nombre del escenario ${place}`,
    nameless: "Sin nombre",
    tryIt: "Probar",
    accept: "Aceptar lo de ahora",
    accepted: (name) => `Ahora se espera lo que sale: ${name}`,
    rename: "Cambiar el nombre del escenario",
    remove: "Eliminar el escenario",
    expects: "Se espera",
    expectsNothing: "Se espera que no se dispare ninguna regla",
    expectsEffects: (count) => (count === 1 ? "y una acción" : `y ${count} acciones`),
    expectsOther: "Se espera lo que dice el archivo",
    why: "Qué salió, y por qué",
    showMore: (count) => `Mostrar ${count} más`,
    coverageHeading: "Qué muestran de las reglas",
    coverageIntro:
      "Una condición está cubierta si en un escenario decidió ella sola por cumplirse, y en otro por no cumplirse. Lo que falte aquí puede romperse sin que nadie lo note.",
    rulesCovered: (hit, found) => `${hit} de ${found} reglas se vieron disparar y no disparar`,
    conditionsCovered: (hit, found) => `${hit} de ${found} condiciones están cubiertas`,
    ofConditions: (hit, found) => `${hit} de ${found}`,
    doesNotRun: "desactivada o no válida: no cuenta",
    seen: {
      true: (count) => `${count} × se cumplió`,
      false: (count) => `${count} × no se cumplió`,
      unknown: (count) => `${count} × no se supo`,
    },
    neverSeen: "ningún escenario la mira",
    decided: {
      true: (name) => `decidió por cumplirse: ${name}`,
      false: (name) => `decidió por no cumplirse: ${name}`,
    },
    undecided: {
      true: "falta uno en que decida por cumplirse",
      false: "falta uno en que decida por no cumplirse",
    },
    inert: "ningún evento puede hacer que importe: no cuenta",
    outcomes: (fired, notFired) => `se disparó en ${fired}, no en ${notFired}`,
  },
  en: {
    title: "Scenarios",
    intro:
      "Events that you have tried, with what must come of them. They run again with each change of the rules, so that you notice what breaks.",
    saveCurrent: "Save the event being tried",
    saved: (name) => `Scenario saved: ${name}`,
    notEvaluated: "The event being tried cannot be evaluated.",
    runAll: "Run all",
    importFile: "Import…",
    exportFile: "Export",
    importing: "Import scenarios",
    imported: (count) =>
      count === 1
        ? "One scenario was added to those that were there."
        : `${count} scenarios were added to those that were there.`,
    renamed: (count) =>
      count === 1
        ? "One bears a number, since its name was taken."
        : `${count} bear a number, since their names were taken.`,
    exported: "Scenarios exported.",
    notJson: "The file is not JSON.",
    noScenarios: "The file has no list “scenarios”.",
    none: "There are no scenarios yet",
    noneHint: "Try an event and save it: what comes of it now will be expected.",
    listHeading: "The scenarios",
    passed: (count) => (count === 1 ? "1 passes" : `${count} pass`),
    failed: (count) => (count === 1 ? "1 fails" : `${count} fail`),
    passes: "passes",
    fails: "fails",
    notRun: "not run",
    stale: "Running with what has changed…",
    name: (place) => `Name of scenario ${place}`,
    nameless: "Without a name",
    tryIt: "Try",
    accept: "Accept what comes now",
    accepted: (name) => `What comes is now expected: ${name}`,
    rename: "Rename the scenario",
    remove: "Remove the scenario",
    expects: "Expected",
    expectsNothing: "No rule is expected to fire",
    expectsEffects: (count) => (count === 1 ? "and one effect" : `and ${count} effects`),
    expectsOther: "Expected is what the file says",
    why: "What came, and why",
    showMore: (count) => `Show ${count} more`,
    coverageHeading: "What they show of the rules",
    coverageIntro:
      "A condition is covered when in one scenario it alone decided by holding, and in another by not holding. What is missing here can break without anybody noticing.",
    rulesCovered: (hit, found) => `${hit} of ${found} rules were seen to fire and not to fire`,
    conditionsCovered: (hit, found) => `${hit} of ${found} conditions are covered`,
    ofConditions: (hit, found) => `${hit} of ${found}`,
    doesNotRun: "switched off or not valid: does not count",
    seen: {
      true: (count) => `${count} × held`,
      false: (count) => `${count} × did not hold`,
      unknown: (count) => `${count} × unknown`,
    },
    neverSeen: "no scenario looks at it",
    decided: {
      true: (name) => `decided by holding: ${name}`,
      false: (name) => `decided by not holding: ${name}`,
    },
    undecided: {
      true: "one is missing in which it decides by holding",
      false: "one is missing in which it decides by not holding",
    },
    inert: "no event can make it matter: does not count",
    outcomes: (fired, notFired) => `fired in ${fired}, not in ${notFired}`,
  },
});
