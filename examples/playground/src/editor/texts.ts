import type { IntegrationName, LeafType } from "ticket-rules";
import { texts } from "../state/texts.ts";

/** What the rules' part of the page says. */
interface EditorTexts {
  readonly rules: string;
  readonly rulesAbout: string;
  readonly addRule: string;
  readonly addRuleFor: (integration: string) => string;
  readonly noRules: string;
  readonly noRulesAbout: string;
  readonly find: string;
  readonly found: (count: number, of: number) => string;
  readonly newRule: string;
  readonly unnamed: string;
  readonly rule: string;
  readonly name: string;
  readonly id: string;
  readonly idHint: string;
  readonly integration: string;
  readonly active: string;
  readonly ruleActive: string;
  readonly inactive: string;
  readonly stop: (integration: string) => string;
  readonly position: (place: number, of: number) => string;
  readonly drag: (name: string) => string;
  readonly dragHint: string;
  readonly moved: (place: number, of: number) => string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly duplicate: string;
  readonly copyOf: (name: string) => string;
  readonly remove: string;
  readonly removeRule: string;
  readonly removeCondition: string;
  readonly removeAction: string;
  readonly tryRule: string;
  readonly sentenceMissing: string;
  readonly sentenceOld: string;
  readonly conditions: string;
  readonly condition: (place: number) => string;
  readonly group: (place: number) => string;
  readonly actions: string;
  readonly action: (place: number) => string;
  readonly trigger: string;
  readonly operator: string;
  readonly groupOperator: string;
  readonly moreConditions: string;
  readonly noConditions: string;
  readonly noConditionsOr: string;
  readonly addCondition: string;
  readonly addGroup: string;
  readonly addAction: string;
  readonly kind: string;
  readonly unknownKind: (type: string) => string;
  readonly operators: { readonly [operator: string]: string };
  readonly operatorHints: { readonly [operator: string]: string };
  readonly groupHints: { readonly [operator: string]: string };
  readonly joints: { readonly [operator: string]: string };
  readonly integrations: { readonly [Name in IntegrationName]: string };
  readonly integrationsAbout: { readonly [Name in IntegrationName]: string };
  readonly triggers: { readonly [trigger: string]: string };
  readonly kinds: { readonly [Type in LeafType | "group"]: string };
  readonly actionKinds: { readonly [type: string]: string };
  readonly editRule: string;
  readonly editSettings: string;
  readonly findings: (count: number) => string;
  readonly issueCount: (count: number) => string;
  readonly severities: { readonly error: string; readonly warning: string; readonly info: string };
  readonly apply: string;
  readonly applied: string;
  readonly witness: string;
  readonly checking: string;
  readonly lintFailed: string;
  readonly choose: string;
  readonly none: string;
  readonly otherProblems: string;
}

/** @see texts */
export const editorTexts = texts<EditorTexts>({
  es: {
    rules: "Reglas",
    rulesAbout: "En orden de prioridad: la primera va antes.",
    addRule: "Añadir regla",
    addRuleFor: (integration) => `Regla de ${integration}`,
    noRules: "Todavía no hay reglas",
    noRulesAbout: "Una regla dice: cuando pase esto, y se cumplan estas condiciones, haz esto otro.",
    find: "Buscar reglas",
    found: (count, of) => `${count} de ${of}`,
    newRule: "Regla nueva",
    unnamed: "(sin nombre)",
    rule: "Regla",
    name: "Nombre",
    id: "ID",
    idHint: "Identifica la regla en las decisiones. Con otro ID es otra regla.",
    integration: "Integración",
    active: "Activa",
    ruleActive: "Regla activa",
    inactive: "Desactivada",
    stop: (integration) => `Si se dispara, no evaluar las reglas siguientes de ${integration}`,
    position: (place, of) => `Regla ${place} de ${of}`,
    drag: (name) => `Mover con las flechas arriba y abajo: ${name}`,
    dragHint: "Mover: arrastra, o usa las flechas arriba y abajo",
    moved: (place, of) => `Ahora está en el lugar ${place} de ${of}`,
    moveUp: "Subir",
    moveDown: "Bajar",
    duplicate: "Duplicar",
    copyOf: (name) => `${name} (copia)`,
    remove: "Eliminar",
    removeRule: "Eliminar regla",
    removeCondition: "Eliminar condición",
    removeAction: "Eliminar acción",
    tryRule: "Probar con un evento",
    sentenceMissing: "La frase aparecerá cuando la regla esté completa.",
    sentenceOld: "Falta completar algo; así decía la última versión completa.",
    conditions: "Condiciones",
    condition: (place) => `Condición ${place}`,
    group: (place) => `Condición ${place}, anidada`,
    actions: "Acciones",
    action: (place) => `Acción ${place}`,
    trigger: "Primera condición",
    operator: "Operador",
    groupOperator: "Operador del grupo",
    moreConditions: "Condiciones que siguen",
    noConditions: "Sin más condiciones: se dispara siempre que ocurra la primera.",
    noConditionsOr: "Sin más condiciones: solo la primera la dispara.",
    addCondition: "Añadir condición",
    addGroup: "Añadir condición anidada",
    addAction: "Añadir acción",
    kind: "Tipo",
    unknownKind: (type) => `Tipo que no se reconoce: ${type}`,
    operators: { and: "Y", or: "O", not: "NO" },
    operatorHints: {
      and: "Todas las condiciones se deben cumplir.",
      or: "La primera condición basta; si no se cumple, basta que otro evento haga cumplirse una de las que siguen.",
      not: "Ninguna de las condiciones que siguen se debe cumplir.",
    },
    groupHints: {
      and: "Todas se deben cumplir.",
      or: "Al menos una se debe cumplir.",
      not: "Ninguna se debe cumplir.",
    },
    joints: { and: "y", or: "o", not: "ni" },
    integrations: { botcenter: "BotCenter", timepoints: "TimePoints", webhook: "Webhook de notificaciones" },
    integrationsAbout: {
      botcenter: "Chatbots que atienden en un chat.",
      timepoints: "Encuestas después de una atención.",
      webhook: "Avisa a tus sistemas con el ID del ticket.",
    },
    triggers: { "message.received": "Recepción de mensaje", "ticket.closed": "Cierre de ticket" },
    kinds: {
      account: "Cuenta",
      classification: "Clasificación de ticket",
      messageContains: "Mensaje contiene",
      messageMatches: "Mensaje coincide con",
      withinBusinessHours: "En horario hábil",
      outsideBusinessHours: "Fuera de horario hábil",
      weekday: "Día de la semana",
      unassigned: "Ticket no asignado a ejecutivo",
      dateRange: "Rango de tiempo",
      timeRange: "Horario",
      unattended: "Ticket no abordado",
      group: "Grupo de condiciones",
    },
    actionKinds: {
      activateBot: "Activar bot",
      terminateBot: "Terminar bot",
      sendSurvey: "Enviar encuesta",
      enableManualSurvey: "Habilitar envío manual de encuesta",
      notify: "Enviar notificación",
    },
    editRule: "cambio en una regla",
    editSettings: "cambio en la configuración",
    findings: (count) => (count === 1 ? "1 observación" : `${count} observaciones`),
    issueCount: (count) => (count === 1 ? "1 error" : `${count} errores`),
    severities: { error: "Error", warning: "Advertencia", info: "Sugerencia" },
    apply: "Aplicar el cambio sugerido",
    applied: "Se aplicó el cambio sugerido.",
    witness: "Ver un evento que lo muestra",
    checking: "Revisando…",
    lintFailed: "No se pudo revisar el conjunto de reglas.",
    choose: "Elige…",
    none: "Ninguno",
    otherProblems: "Otros problemas del documento",
  },
  en: {
    rules: "Rules",
    rulesAbout: "In order of priority: the first goes first.",
    addRule: "Add rule",
    addRuleFor: (integration) => `Rule for ${integration}`,
    noRules: "No rules yet",
    noRulesAbout: "A rule says: when this happens, and these conditions hold, do that.",
    find: "Find rules",
    found: (count, of) => `${count} of ${of}`,
    newRule: "New rule",
    unnamed: "(no name)",
    rule: "Rule",
    name: "Name",
    id: "ID",
    idHint: "Names the rule in decisions. With another ID it is another rule.",
    integration: "Integration",
    active: "Active",
    ruleActive: "Rule active",
    inactive: "Switched off",
    stop: (integration) => `If it fires, leave out the later rules for ${integration}`,
    position: (place, of) => `Rule ${place} of ${of}`,
    drag: (name) => `Move with the arrow keys up and down: ${name}`,
    dragHint: "Move: drag, or use the arrow keys up and down",
    moved: (place, of) => `Now in place ${place} of ${of}`,
    moveUp: "Move up",
    moveDown: "Move down",
    duplicate: "Duplicate",
    copyOf: (name) => `${name} (copy)`,
    remove: "Delete",
    removeRule: "Delete rule",
    removeCondition: "Delete condition",
    removeAction: "Delete action",
    tryRule: "Try it on an event",
    sentenceMissing: "The sentence will appear when the rule is complete.",
    sentenceOld: "Something is not complete yet; this is what the last complete version said.",
    conditions: "Conditions",
    condition: (place) => `Condition ${place}`,
    group: (place) => `Condition ${place}, nested`,
    actions: "Actions",
    action: (place) => `Action ${place}`,
    trigger: "First condition",
    operator: "Operator",
    groupOperator: "Operator of the group",
    moreConditions: "Conditions that follow",
    noConditions: "No more conditions: it fires whenever the first one happens.",
    noConditionsOr: "No more conditions: only the first one fires it.",
    addCondition: "Add condition",
    addGroup: "Add nested condition",
    addAction: "Add action",
    kind: "Kind",
    unknownKind: (type) => `A kind that is not known: ${type}`,
    operators: { and: "AND", or: "OR", not: "NOT" },
    operatorHints: {
      and: "All conditions must hold.",
      or: "The first condition is enough; without it, another event that makes one of the following true is enough.",
      not: "None of the following conditions may hold.",
    },
    groupHints: { and: "All must hold.", or: "At least one must hold.", not: "None may hold." },
    joints: { and: "and", or: "or", not: "nor" },
    integrations: { botcenter: "BotCenter", timepoints: "TimePoints", webhook: "Notification webhook" },
    integrationsAbout: {
      botcenter: "Chatbots that answer in a chat.",
      timepoints: "Surveys after the customer was served.",
      webhook: "Tells your systems the ID of the ticket.",
    },
    triggers: { "message.received": "Message received", "ticket.closed": "Ticket closed" },
    kinds: {
      account: "Account",
      classification: "Ticket classification",
      messageContains: "Message contains",
      messageMatches: "Message matches",
      withinBusinessHours: "Within business hours",
      outsideBusinessHours: "Outside business hours",
      weekday: "Day of the week",
      unassigned: "Ticket not assigned to an executive",
      dateRange: "Date range",
      timeRange: "Time range",
      unattended: "Ticket not attended",
      group: "Group of conditions",
    },
    actionKinds: {
      activateBot: "Activate bot",
      terminateBot: "Terminate bot",
      sendSurvey: "Send survey",
      enableManualSurvey: "Enable sending a survey by hand",
      notify: "Send notification",
    },
    editRule: "change of a rule",
    editSettings: "change of the settings",
    findings: (count) => (count === 1 ? "1 finding" : `${count} findings`),
    issueCount: (count) => (count === 1 ? "1 error" : `${count} errors`),
    severities: { error: "Error", warning: "Warning", info: "Suggestion" },
    apply: "Apply the suggested change",
    applied: "The suggested change was applied.",
    witness: "See an event that shows it",
    checking: "Checking…",
    lintFailed: "The rules could not be checked.",
    choose: "Choose…",
    none: "None",
    otherProblems: "Other problems of the document",
  },
});
