/** Patterns that rules ask for often, as data: take one, or start from one. */

/** A pattern for `messageMatches`, with texts that show what it is for. */
export interface PatternPreset {
  readonly pattern: string;
  readonly flags: string;
  /** Messages in which it is found. */
  readonly matches: readonly string[];
  /** Messages in which it is not. */
  readonly misses: readonly string[];
}

/** Presets by name. All are searched anywhere in the message. */
export const patternPresets = {
  /** A Chilean RUT, with or without dots, with its hyphen. The check digit is not checked: `isRut` does. */
  rut: {
    pattern: String.raw`(?<![\d.-])\d{1,2}(?:\.\d{3}\.\d{3}|\d{6})-[\dk](?![\w-])`,
    flags: "i",
    matches: [
      "12.345.678-5",
      "mi rut es 12345678-5, gracias",
      "RUT: 7.654.321-K",
      "1.009-3 no, 11.111.111-1 sí",
    ],
    misses: ["12.345.678", "12345678-55", "12.345678-5", "112.345.678-5", "el 12-5"],
  },
  /** An e-mail address as people write them. */
  email: {
    pattern: String.raw`[\w.+-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+`,
    flags: "i",
    matches: ["ana.perez+web@example.com", "Correo: JUAN@mail.example.cl."],
    misses: ["ana@", "@example.com", "ana @ example.com", "ana@example"],
  },
  /** A Chilean telephone number of nine digits, mobile or fixed, with or without +56, grouped or not. */
  phoneChile: {
    pattern: String.raw`(?<![\d+])(?:\+?56[ -]?)?(?:9[ -]?\d{4}|2[ -]?\d{4}|[3-7]\d[ -]?\d{3})[ -]?\d{4}(?!\d)`,
    flags: "i",
    matches: ["+56 9 5555 1234", "llámame al 955551234", "56-2-2555-1234", "41 255 1234"],
    misses: ["5555 1234", "+1 955 551 2345", "9555512345", "12.345.678-5"],
  },
  /** An order that is called one: "pedido 12345", "orden N° 12345", "compra #12345". */
  orderNumber: {
    pattern: String.raw`(?<![\p{L}\d])(?:pedido|orden|compra)s?(?:\s+n(?:[°º.]|[uú]mero)?)?\s*:?\s*#?\s*\d{4,12}(?!\d)`,
    flags: "iu",
    matches: ["¿dónde está mi pedido 123456?", "Orden N° 98765", "compra #4455667", "PEDIDO NÚMERO: 10203"],
    misses: ["pedido 12", "mi pedido no llegó", "despedido 12345", "12345"],
  },
} as const satisfies Record<string, PatternPreset>;

/**
 * Whether a text is one RUT, with or without dots, whose check digit is right (modulo 11).
 * For hosts: a pattern finds RUTs, arithmetic is not a pattern's business.
 */
export function isRut(text: string): boolean {
  const [, number, check] = /^(\d{1,2}(?:\.\d{3}\.\d{3}|\d{6}))-([\dk])$/i.exec(text.trim()) ?? [];
  if (number === undefined || check === undefined) return false;
  const digits = [...number.replaceAll(".", "")].map(Number).reverse();
  // Weights 2 to 7, from the last digit on, and again.
  const sum = digits.reduce((total, digit, at) => total + digit * (2 + (at % 6)), 0);
  return check.toLowerCase() === "0123456789k"[(11 - (sum % 11)) % 11];
}
