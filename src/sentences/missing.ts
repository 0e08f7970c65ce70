/** Facts that were not supplied, in words. Their names are listed in docs/semantics.md. */
import type { Locale } from "../language/define.ts";
import type { Say } from "../language/say.ts";
import { asCode } from "../language/shown.ts";

/** "la cuenta del ticket (`ticket.account`)" */
export function missingFact(name: string, locale: Locale, say: Say): string {
  const words = WORDS[locale];
  const known = words.get(name);
  if (known !== undefined) return `${known} (${asCode(name)})`;
  const { calendar, field } = REFERENCES[locale];
  if (name.startsWith("calendar ")) return `${calendar} ${say.calendar(name.slice("calendar ".length))}`;
  if (name.startsWith("field ")) return `${field} ${say.field(name.slice("field ".length))}`;
  return asCode(name);
}

const REFERENCES: { readonly [Language in Locale]: { calendar: string; field: string } } = {
  es: { calendar: "el horario hábil", field: "cómo leer el campo" },
  en: { calendar: "the business hours", field: "how to read the field" },
};

const WORDS: { readonly [Language in Locale]: ReadonlyMap<string, string> } = {
  es: new Map([
    ["ticket.account", "la cuenta del ticket"],
    ["ticket.assignee", "a quién está asignado el ticket"],
    ["ticket.attended", "si el ticket ya fue abordado"],
    ["ticket.classification", "la clasificación del ticket"],
    ["message.text", "el texto del mensaje"],
    [
      "message.text: over 65536 characters",
      "qué dice el mensaje, que pasa de 65.536 caracteres y no se examina",
    ],
    ["message.text: pattern undecided", "si el mensaje coincide, porque comprobarlo tardaría demasiado"],
    ["account.calendar", "el horario hábil de la cuenta"],
    ["workspace.accounts", "qué cuentas hay"],
    ["workspace.timeZone", "la zona horaria"],
  ]),
  en: new Map([
    ["ticket.account", "the ticket's account"],
    ["ticket.assignee", "whom the ticket is assigned to"],
    ["ticket.attended", "whether the ticket is attended"],
    ["ticket.classification", "the ticket's classification"],
    ["message.text", "the text of the message"],
    [
      "message.text: over 65536 characters",
      "what the message says, which has more than 65,536 characters and is not searched",
    ],
    ["message.text: pattern undecided", "whether the message matches, which would take too long to find out"],
    ["account.calendar", "the account's business hours"],
    ["workspace.accounts", "which accounts there are"],
    ["workspace.timeZone", "the time zone"],
  ]),
};
