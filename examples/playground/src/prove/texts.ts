import type { Effect } from "ticket-rules";
import type {
  EffectChange,
  FiringReport,
  InspectionProgress,
  LoopStep,
  Relation,
  RuleChange,
  UnknownReason,
} from "ticket-rules/analysis";
import { texts } from "../state/texts.ts";
import type { PartName } from "./baseline.ts";

interface ProveTexts {
  readonly title: string;
  /** A name in quotation marks of the language. */
  readonly quoted: (name: string) => string;
  readonly intro: string;
  readonly basis: string;
  readonly horizon: (from: string, to: string) => string;
  /** In the order of the analyzer's own, which are in English. */
  readonly assumptions: readonly string[];
  readonly alone: string;
  readonly eachHeading: string;
  readonly running: (done: number, total: number) => string;
  readonly answered: (total: number) => string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly askAgain: string;
  readonly failed: string;
  readonly verdicts: { readonly [Verdict in FiringReport["verdict"]]: string };
  /** `when` is the event of the rule's trigger, as in “the ticket is closed”. */
  readonly verdictHelp: { readonly [Verdict in FiringReport["verdict"]]: (when: string) => string };
  readonly pending: string;
  readonly filter: string;
  readonly all: string;
  readonly whenFires: string;
  readonly whenNot: string;
  readonly edge: (type: string) => string;
  readonly unknownReasons: { readonly [Reason in UnknownReason]: string };
  readonly noProof: string;
  readonly editRule: (name: string) => string;
  readonly noRules: string;
  readonly showMore: (count: number) => string;
  readonly compareHeading: string;
  readonly compareIntro: string;
  readonly first: string;
  readonly second: string;
  readonly choose: string;
  readonly swap: string;
  readonly relations: { readonly [Name in Relation]: (first: string, second: string) => string };
  readonly onlyOf: (name: string) => string;
  readonly both: string;
  readonly tryEvent: string;
  readonly noEvent: string;
  readonly stopNote: string;
  readonly togetherHeading: string;
  readonly togetherIntro: string;
  readonly inspect: string;
  readonly stages: { readonly [Stage in InspectionProgress["stage"]]: string };
  readonly fights: string;
  readonly fightKinds: { readonly [Kind in "activateAndTerminate" | "twoBots" | "twoSurveys"]: string };
  readonly duplicates: string;
  readonly subsumed: string;
  readonly subsumedBy: (rule: string, by: string) => string;
  readonly stopped: string;
  readonly outdone: string;
  readonly stoppedBy: (rule: string, by: string) => string;
  readonly loops: string;
  readonly loopHelp: string;
  readonly loopOf: (rules: string) => string;
  readonly anyAnswer: string;
  readonly likeAnswers: string;
  readonly loopStep: (when: string, rule: string, deed: string) => string;
  readonly deeds: { readonly [Type in Effect["type"]]: string };
  readonly leads: { readonly [Lead in LoopStep["lead"]]: string };
  readonly roundAgain: string;
  readonly nothingFound: string;
  readonly undecided: string;
  readonly compareThem: string;
  readonly stale: string;
  readonly diffHeading: string;
  readonly diffIntro: string;
  readonly origins: {
    readonly opened: string;
    readonly marked: string;
    readonly file: (name: string) => string;
  };
  readonly mark: string;
  readonly chooseFile: string;
  readonly dropHere: string;
  readonly pasteLabel: string;
  readonly usePasted: string;
  readonly notJson: string;
  readonly noRulesInFile: string;
  readonly leftOut: (count: number) => string;
  readonly spoiled: (parts: string) => string;
  readonly otherParts: (parts: string) => string;
  readonly parts: { readonly [Part in PartName]: string };
  readonly compareVersions: string;
  readonly same: string;
  readonly changes: { readonly [Change in RuleChange["change"]]: string };
  /** Of rules that are written and active in both versions. */
  readonly switched: { readonly added: string; readonly removed: string };
  readonly notEdited: string;
  readonly before: string;
  readonly after: string;
  readonly changeRelations: { readonly [Name in Relation]: string };
  readonly actionsHeading: string;
  readonly planned: { readonly [Change in EffectChange["change"]]: string };
  readonly because: (rule: string) => string;
  /** What the other version does on the event. */
  readonly instead: { readonly [Change in EffectChange["change"]]: string };
  readonly insteadNothing: { readonly [Change in EffectChange["change"]]: string };
  readonly noActions: string;
  readonly actionUnknown: (rules: string) => string;
  /** What the analyzer assumes besides when it compares versions. */
  readonly planAssumption: string;
}

/** What this tab says. */
export const proveTexts = texts<ProveTexts>({
  es: {
    title: "Demostrar",
    quoted: (name) => `«${name}»`,
    intro:
      "No son muestras al azar: cada respuesta es una demostración, o un evento que el evaluador confirmó. Cada evento se puede probar con un clic.",
    basis: "En qué se apoyan las demostraciones",
    horizon: (from, to) => `Se consideran los eventos entre el ${from} y el ${to}.`,
    assumptions: [
      "Los eventos están completos: cuenta, asignación, si fue abordado, clasificación y texto del mensaje se conocen; donde no hay nada, dicen null.",
      "Lo único que se desconoce es lo que había antes del evento, si no lo dice, y los horarios de las cuentas que no tienen o que no están en el espacio de trabajo.",
      "Los textos son lo bastante cortos para que todo patrón se pueda decidir.",
      "Las zonas cambian de hora como dicen los datos de este navegador.",
    ],
    alone:
      "De cada regla se pregunta por sí sola: los interruptores, «no evaluar las siguientes» y la protección contra ciclos no cuentan.",
    eachHeading: "Cada regla",
    running: (done, total) => `Preguntando: ${done} de ${total}`,
    answered: (total) => (total === 1 ? "Respondida: 1 regla" : `Respondidas: ${total} reglas`),
    cancel: "Cancelar",
    cancelled: "Cancelado. Lo que ya se respondió sigue a la vista.",
    askAgain: "Seguir preguntando",
    failed: "No se pudo averiguar",
    verdicts: { never: "Nunca", always: "Siempre", sometimes: "A veces", unknown: "No se sabe" },
    verdictHelp: {
      never: () => "ningún evento la dispara",
      always: (when) => `se dispara siempre que ${when}`,
      sometimes: () => "depende del evento",
      unknown: () => "no se encontró ni un evento ni una demostración",
    },
    pending: "por preguntar",
    filter: "Mostrar",
    all: "Todas",
    whenFires: "Un evento que la dispara",
    whenNot: "Uno que no",
    edge: (type) => `También si ${type}`,
    unknownReasons: {
      text: "no se halló ningún mensaje que sirva, ni demostración de que no lo hay",
      budget: "la búsqueda era demasiado larga",
      unconfirmed: "el evaluador no confirmó el evento hallado",
    },
    noProof: "No se sabe",
    editRule: (name) => `Editar la regla ${name}`,
    noRules: "No hay reglas válidas. Crea una en la pestaña «Reglas».",
    showMore: (count) => `Mostrar ${count} más`,
    compareHeading: "Comparar dos reglas",
    compareIntro: "¿Se disparan con los mismos eventos? Por cada zona que no está vacía hay un evento.",
    first: "Una regla",
    second: "Otra regla",
    choose: "Elige una regla",
    swap: "Intercambiar",
    relations: {
      equivalent: () => "Son equivalentes: se disparan con los mismos eventos.",
      implies: (first, second) => `Siempre que se dispara ${first}, también ${second}. No al revés.`,
      impliedBy: (first, second) => `Siempre que se dispara ${second}, también ${first}. No al revés.`,
      overlap: () => "Se solapan: a veces se disparan ambas, a veces sólo una.",
      disjoint: () => "Son disjuntas: nunca se disparan con el mismo evento.",
      firstNever: (first) => `${first} no se dispara nunca.`,
      secondNever: (_, second) => `${second} no se dispara nunca.`,
      bothNever: () => "Ninguna de las dos se dispara nunca.",
      unknown: () => "No se sabe.",
    },
    onlyOf: (name) => `Sólo ${name}`,
    both: "Ambas",
    tryEvent: "Probar este evento",
    noEvent: "No hay ningún evento así: demostrado",
    stopNote:
      "Al probarlo, una regla puede aparecer omitida si está desactivada o si otra anterior no deja evaluar las siguientes.",
    togetherHeading: "Todas juntas",
    togetherIntro:
      "Reglas que piden cosas que no van juntas, repetidas, que sobran, a las que otras no dejan llegar o que dan vueltas sin fin.",
    inspect: "Revisar todas juntas",
    stages: {
      firing: "cuándo se dispara cada una",
      coverings: "cuáles sobran",
      stops: "cuáles quedan detenidas",
      fights: "cuáles chocan",
      loops: "cuáles dan vueltas",
    },
    fights: "Chocan",
    fightKinds: {
      activateAndTerminate: "una activa un bot y la otra lo termina",
      twoBots: "activan dos bots distintos",
      twoSurveys: "envían dos encuestas",
    },
    duplicates: "Repetidas: se disparan con lo mismo y piden lo mismo",
    subsumed: "Sobran",
    subsumedBy: (rule, by) => `Todo lo que pide ${rule} lo pide también ${by}`,
    stopped: "Nunca llegan a evaluarse",
    outdone: "Nunca inician su bot",
    stoppedBy: (rule, by) => `${rule}, porque antes se dispara ${by}`,
    loops: "Posibles ciclos",
    loopHelp:
      "Los efectos de unas reglas pueden llevar a otras, una y otra vez. La protección contra ciclos no lo corta: lo que escribe un cliente no tiene causa.",
    loopOf: (rules) => `Ciclo de ${rules}`,
    anyAnswer: "Da vueltas responda lo que responda el cliente.",
    likeAnswers: "Da vueltas si el cliente responde como en estos eventos.",
    loopStep: (when, rule, deed) => `${when}: ${rule} ${deed}`,
    deeds: {
      activateBot: "activa un bot",
      terminateBot: "termina el bot",
      sendSurvey: "envía una encuesta",
      enableManualSurvey: "habilita una encuesta manual",
      notify: "notifica",
    },
    leads: {
      customerAnswers: "y el cliente responde",
      botClassifies: "y el bot clasifica el ticket",
      botCloses: "y el bot cierra el ticket",
    },
    roundAgain: "de vuelta al primer paso",
    nothingFound: "Nada: no chocan, no se repiten, no sobran, no dan vueltas.",
    undecided: "No se pudo decidir todo de",
    compareThem: "Comparar",
    stale: "Las reglas cambiaron desde esta respuesta.",
    diffHeading: "Antes y después",
    diffIntro:
      "Qué cambia de verdad con lo editado: no qué texto es otro, sino con qué eventos se haría algo distinto.",
    origins: {
      opened: "Se compara con lo que se abrió o importó.",
      marked: "Se compara con el estado que marcaste.",
      file: (name) => `Se compara con ${name}.`,
    },
    mark: "Marcar lo de ahora como «antes»",
    chooseFile: "Comparar con un archivo…",
    dropHere: "También puedes soltar aquí un archivo con otra versión, o pegarla.",
    pasteLabel: "Otra versión, como JSON",
    usePasted: "Comparar con lo pegado",
    notJson: "No es JSON.",
    noRulesInFile: "No es un espacio de trabajo: no tiene una lista «rules».",
    leftOut: (count) =>
      count === 1
        ? "Una regla de antes no es válida y no se compara."
        : `${count} reglas de antes no son válidas y no se comparan.`,
    spoiled: (parts) => `De antes no todo es válido, y lo que no lo es no cuenta: ${parts}.`,
    otherParts: (parts) => `También cambió: ${parts}. Lo que resulta de ello está entre las diferencias.`,
    parts: {
      timeZone: "la zona horaria",
      accounts: "las cuentas",
      calendars: "los horarios",
      fields: "los campos",
      integrations: "las integraciones",
    },
    compareVersions: "Comparar las versiones",
    same: "No cambió nada de lo que hacen las reglas.",
    changes: { added: "Nueva o activada", removed: "Quitada o desactivada", changed: "Cambiada" },
    switched: { added: "Activada con su integración", removed: "Desactivada con su integración" },
    notEdited: "Está escrita igual: lo que cambió son cuentas, horarios, campos o la zona horaria.",
    before: "Antes",
    after: "Ahora",
    changeRelations: {
      equivalent: "se dispara con los mismos eventos; cambian otras cosas",
      implies: "ahora se dispara en más casos",
      impliedBy: "ahora se dispara en menos casos",
      overlap: "ahora se dispara en otros casos: gana unos y pierde otros",
      disjoint: "ahora se dispara en casos del todo distintos",
      firstNever: "antes no se disparaba nunca; ahora sí",
      secondNever: "ya no se dispara nunca",
      bothNever: "ni antes ni ahora se dispara",
      unknown: "no se sabe en qué casos cambia",
    },
    actionsHeading: "Lo que se hará distinto",
    planned: { gained: "Ahora, y antes no", lost: "Antes, y ahora no" },
    because: (rule) => `Por la regla ${rule}.`,
    instead: { gained: "Antes, con ese evento:", lost: "Ahora, con ese evento:" },
    insteadNothing: {
      gained: "Antes, con ese evento, no se hacía nada.",
      lost: "Ahora, con ese evento, no se hace nada.",
    },
    noActions: "Nada: con todo evento se hace lo mismo que antes.",
    actionUnknown: (rules) => `No se sabe si cambia lo que se hace por: ${rules}`,
    planAssumption:
      "Los efectos se comparan sea cual sea la regla que los pide, con eventos sin causa, de un cliente conocido y sin otras encuestas; hay un bot en marcha donde se trata de terminarlo, y en lo demás ninguno.",
  },
  en: {
    title: "Prove it",
    quoted: (name) => `“${name}”`,
    intro:
      "No random samples: each answer is a proof, or an event that the evaluator confirmed. Each event can be tried with one click.",
    basis: "What the proofs rest on",
    horizon: (from, to) => `Events from ${from} to ${to} are considered.`,
    assumptions: [
      "Events are complete: account, assignee, whether it is attended, classification and message text are known, null where there is nothing.",
      "The only unknown facts are what was before the event, where it does not say so, and the business hours of accounts that have none or whose calendar is not in the workspace.",
      "Texts are short enough for every pattern to be decided.",
      "Zones change their clocks as this browser's data say.",
    ],
    alone:
      "Each rule is asked about alone: switches, “do not evaluate later rules” and the loop guard do not count.",
    eachHeading: "Each rule",
    running: (done, total) => `Asking: ${done} of ${total}`,
    answered: (total) => (total === 1 ? "Answered: 1 rule" : `Answered: ${total} rules`),
    cancel: "Cancel",
    cancelled: "Cancelled. What was answered stays in sight.",
    askAgain: "Go on asking",
    failed: "It could not be found out",
    verdicts: { never: "Never", always: "Always", sometimes: "Sometimes", unknown: "Unknown" },
    verdictHelp: {
      never: () => "no event makes it fire",
      always: (when) => `fires whenever ${when}`,
      sometimes: () => "it depends on the event",
      unknown: () => "neither an event nor a proof was found",
    },
    pending: "to be asked",
    filter: "Show",
    all: "All",
    whenFires: "An event that fires it",
    whenNot: "One that does not",
    edge: (type) => `Also when ${type}`,
    unknownReasons: {
      text: "no message was found that would do, nor a proof that there is none",
      budget: "the search was too long",
      unconfirmed: "the evaluator did not confirm the event that was found",
    },
    noProof: "Unknown",
    editRule: (name) => `Edit rule ${name}`,
    noRules: "There are no valid rules. Make one in the “Rules” tab.",
    showMore: (count) => `Show ${count} more`,
    compareHeading: "Compare two rules",
    compareIntro: "Do they fire on the same events? There is an event for each region that is not empty.",
    first: "One rule",
    second: "Another rule",
    choose: "Choose a rule",
    swap: "Swap",
    relations: {
      equivalent: () => "They are equivalent: they fire on the same events.",
      implies: (first, second) => `Whenever ${first} fires, ${second} does. Not the other way round.`,
      impliedBy: (first, second) => `Whenever ${second} fires, ${first} does. Not the other way round.`,
      overlap: () => "They overlap: sometimes both fire, sometimes one alone.",
      disjoint: () => "They are disjoint: they never fire on one event.",
      firstNever: (first) => `${first} never fires.`,
      secondNever: (_, second) => `${second} never fires.`,
      bothNever: () => "Neither ever fires.",
      unknown: () => "Unknown.",
    },
    onlyOf: (name) => `Only ${name}`,
    both: "Both",
    tryEvent: "Try this event",
    noEvent: "There is no such event: proved",
    stopNote:
      "When tried, a rule may be skipped: if it is switched off, or if an earlier one keeps later ones from being evaluated.",
    togetherHeading: "All together",
    togetherIntro:
      "Rules that ask for what does not go together, that repeat others, that are needless, never reached or go round and round.",
    inspect: "Look at all together",
    stages: {
      firing: "when each fires",
      coverings: "which are needless",
      stops: "which are stopped",
      fights: "which clash",
      loops: "which go round and round",
    },
    fights: "Clash",
    fightKinds: {
      activateAndTerminate: "one activates a bot and the other terminates it",
      twoBots: "they activate two different bots",
      twoSurveys: "they send two surveys",
    },
    duplicates: "Repeated: they fire on the same and ask for the same",
    subsumed: "Needless",
    subsumedBy: (rule, by) => `All that ${rule} asks for, ${by} asks for too`,
    stopped: "Never reached",
    outdone: "Never start their bot",
    stoppedBy: (rule, by) => `${rule}, since ${by} fires before`,
    loops: "Possible loops",
    loopHelp:
      "The effects of some rules may lead to others, again and again. The loop guard does not end it: what a customer writes has no cause.",
    loopOf: (rules) => `Loop of ${rules}`,
    anyAnswer: "It goes round whatever the customer answers.",
    likeAnswers: "It goes round if the customer answers as in these events.",
    loopStep: (when, rule, deed) => `${when}: ${rule} ${deed}`,
    deeds: {
      activateBot: "activates a bot",
      terminateBot: "terminates the bot",
      sendSurvey: "sends a survey",
      enableManualSurvey: "enables a manual survey",
      notify: "notifies",
    },
    leads: {
      customerAnswers: "and the customer answers",
      botClassifies: "and the bot classifies the ticket",
      botCloses: "and the bot closes the ticket",
    },
    roundAgain: "back to the first step",
    nothingFound: "Nothing: no clashes, no repetitions, none needless, no loops.",
    undecided: "Not all could be decided of",
    compareThem: "Compare",
    stale: "The rules have changed since this answer.",
    diffHeading: "Before and after",
    diffIntro:
      "What your edits really change: not which text is another, but on which events something else would be done.",
    origins: {
      opened: "Compared with what was opened or imported.",
      marked: "Compared with the state that you marked.",
      file: (name) => `Compared with ${name}.`,
    },
    mark: "Mark the present state as “before”",
    chooseFile: "Compare with a file…",
    dropHere: "You can also drop a file with another version here, or paste it.",
    pasteLabel: "Another version, as JSON",
    usePasted: "Compare with what is pasted",
    notJson: "Not JSON.",
    noRulesInFile: "Not a workspace: it has no list “rules”.",
    leftOut: (count) =>
      count === 1
        ? "One rule from before is not valid and is not compared."
        : `${count} rules from before are not valid and are not compared.`,
    spoiled: (parts) => `Not all from before is valid, and what is not does not count: ${parts}.`,
    otherParts: (parts) => `Also changed: ${parts}. What comes of it is among the differences.`,
    parts: {
      timeZone: "the time zone",
      accounts: "accounts",
      calendars: "calendars",
      fields: "fields",
      integrations: "integrations",
    },
    compareVersions: "Compare the versions",
    same: "Nothing that the rules do has changed.",
    changes: { added: "New or switched on", removed: "Removed or switched off", changed: "Changed" },
    switched: { added: "Switched on with its integration", removed: "Switched off with its integration" },
    notEdited: "It is written as before: what changed are accounts, calendars, fields or the time zone.",
    before: "Before",
    after: "Now",
    changeRelations: {
      equivalent: "fires on the same events; other things have changed",
      implies: "fires in more cases now",
      impliedBy: "fires in fewer cases now",
      overlap: "fires in other cases now: gains some, loses some",
      disjoint: "fires in wholly different cases now",
      firstNever: "never fired before; now it does",
      secondNever: "never fires any more",
      bothNever: "fires neither before nor now",
      unknown: "it is unknown in which cases it changes",
    },
    actionsHeading: "What will be done otherwise",
    planned: { gained: "Now, and not before", lost: "Before, and not now" },
    because: (rule) => `Because of rule ${rule}.`,
    instead: { gained: "Before, on that event:", lost: "Now, on that event:" },
    insteadNothing: {
      gained: "Before, nothing was done on that event.",
      lost: "Now, nothing is done on that event.",
    },
    noActions: "Nothing: on every event the same is done as before.",
    actionUnknown: (rules) => `It is unknown whether what is done changes because of: ${rules}`,
    planAssumption:
      "Effects are compared whichever rule asks for them, on events without a cause, of a known customer without other surveys; a bot runs where one is to be ended, and none elsewhere.",
  },
});
