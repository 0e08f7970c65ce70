import { randomFrom } from "./random.mjs";

const COMMON = [
  ..."reembolso factura garantía devolución pedido boleta despacho envío cancelación contraseña reclamo".split(
    " ",
  ),
  ..."cuenta tarjeta cobro precio oferta descuento cambio retiro tienda horario teléfono dirección".split(
    " ",
  ),
  ..."señal internet plan equipo pantalla batería cargador visita técnico contrato portabilidad saldo".split(
    " ",
  ),
  ..."urgente gracias ayuda consulta problema error pago cuota interés crédito seguro póliza año mañana niño".split(
    " ",
  ),
];

const HEADS = "ba ca de fa go lu ma ne pi ro sa ti ve cho lla ñu bre cla dri fru gra ple tra".split(" ");
const MIDDLES = "ba ce di fo gu le mi no pa ri so ta vi ña rre lla cie mue pué rá té".split(" ");
const TAILS = "do ra cion ción dad mente ble nte rio sta zo jes ñas vos les".split(" ");

/** Words that rules look for: some real ones of customer care, the rest made of syllables; all different. */
export function vocabulary(size) {
  const random = randomFrom(7);
  const words = new Set(COMMON);
  while (words.size < size) {
    const middle = random.chance(0.6) ? random.pick(MIDDLES) : "";
    words.add(random.pick(HEADS) + random.pick(MIDDLES) + middle + random.pick(TAILS));
  }
  return [...words].slice(0, size);
}

/** What stands in messages between the words that matter; none of it is in the vocabulary. */
export const FILLERS =
  "hola buenas tardes quisiera saber por favor que el la los de en con mi su no se me ha han para como cuando ya aún todavía desde ayer hoy usted ustedes muy más también pero si sí es está estoy tengo hice llegó".split(
    " ",
  );

/** Patterns as administrators write them: numbers of documents and orders, phones, addresses, greetings. */
export const PATTERNS = [
  "\\b\\d{1,2}\\.?\\d{3}\\.?\\d{3}-[\\dk]\\b",
  "[\\w.+-]+@[\\w-]+\\.[a-z]{2,6}",
  "(?:\\+?56)?\\s?9\\s?\\d{4}\\s?\\d{4}",
  "^(?:hola|buen[oa]s)\\b",
  "\\?\\s*$",
  ...[4, 5, 6, 7, 8, 9].map(
    (digits) => `\\b(?:pedido|orden|compra)\\s*(?:n[°ºo]\\.?\\s*)?#?\\d{${digits}}\\b`,
  ),
  ...["AB", "CL", "DX", "FE", "GR", "MX", "NV", "PZ", "RT", "ZK"].map((code) => `\\b${code}-?\\d{4,6}\\b`),
  ...["boleta", "factura", "guía", "contrato", "póliza", "ticket", "caso", "folio", "serie", "cuota"].map(
    (noun) => `\\b${noun}\\s+(?:n[°ºo]?\\.?\\s*)?\\d+`,
  ),
  ...["gracias", "urgente", "ayuda", "mal", "nunca", "jamás", "estafa", "fraude", "abogado", "sernac"].map(
    (word) => `\\b${word}\\b.*[!.]`,
  ),
];
