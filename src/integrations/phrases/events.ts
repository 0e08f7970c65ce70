/** How events read: those that rules start from, and those that can make an alternative true. */
import type { Locale } from "../../language/define.ts";

/** An event type in one language. */
export interface EventWording {
  /** "al cerrarse un ticket" */
  readonly when: string;
  /** "se cerró el ticket" */
  readonly happened: string;
  /** "el cierre de un ticket" */
  readonly noun: string;
}

/** Event types that the library knows. */
export type KnownEvent = "message.received" | "ticket.closed" | "ticket.classified";

/** Phrases by event type. */
export const eventPhrases: {
  readonly [Type in KnownEvent]: { readonly [Language in Locale]: EventWording };
} = {
  "message.received": {
    es: {
      when: "al recibir un mensaje del cliente",
      happened: "se recibió un mensaje del cliente",
      noun: "la recepción de un mensaje del cliente",
    },
    en: {
      when: "when a customer's message is received",
      happened: "a customer's message was received",
      noun: "the receipt of a customer's message",
    },
  },
  "ticket.closed": {
    es: { when: "al cerrarse un ticket", happened: "se cerró el ticket", noun: "el cierre de un ticket" },
    en: {
      when: "when a ticket is closed",
      happened: "the ticket was closed",
      noun: "the closing of a ticket",
    },
  },
  "ticket.classified": {
    es: {
      when: "al clasificarse un ticket",
      happened: "se clasificó el ticket",
      noun: "la clasificación de un ticket",
    },
    en: {
      when: "when a ticket is classified",
      happened: "the ticket was classified",
      noun: "the classification of a ticket",
    },
  },
};

/** The phrases of an event type; nothing for one of the host's own. */
export function eventWording(type: string, locale: Locale): EventWording | undefined {
  return isKnown(type) ? eventPhrases[type][locale] : undefined;
}

function isKnown(type: string): type is KnownEvent {
  return Object.hasOwn(eventPhrases, type);
}
