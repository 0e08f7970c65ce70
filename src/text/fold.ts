/** Dropped from every text: they cannot be seen and break words apart (spec §4.1). U+200D is dealt with apart. */
const INVISIBLE = /\u200B|\u200C|\u2060|\uFEFF|\u00AD|\uFE0E|\uFE0F/g;

/** A joiner that joins no two pictographs. Those that do make one emoji of them: 👩‍💻 is not 👩💻. */
const STRAY_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}])\u200D|\u200D(?!\p{Extended_Pictographic})/gu;

/**
 * Runs of marks that no writing has. Normalizing sorts each run in time that grows with its square: a message of
 * nothing else would hold the host for minutes.
 */
const ENDLESS_MARKS = /(\p{M}{128})\p{M}+/gu;

/** Whether a text can be normalized without holding the host: it has no run of more than 128 marks. */
export function isNormalizable(text: string): boolean {
  return text.length <= 128 || text.search(ENDLESS_MARKS) === -1;
}

/** Marks of decomposed text, except the tilde that makes an ñ of an n. */
const ACCENT = /(?<!n)\u0303|(?!\u0303)\p{M}/gu;

/**
 * Text in the form in which words are compared (spec §4.1): invisible characters dropped, compatibility forms
 * made one (NFKC), lower case, no accents but with ñ, runs of white space as one space, none at the ends.
 * Folding twice is folding once.
 */
export function fold(text: string): string {
  return foldPlain(text) ?? foldAny(text);
}

/** Above this no unit is plain. */
export const PLAIN_LIMIT = 0x20c0;

/** What is no plain unit. */
export const NOT_PLAIN = 0xffff;

/**
 * The one unit to which a UTF-16 unit folds wherever it stands, or `NOT_PLAIN`. Only white space is told apart by where
 * it stands, and all of it folds to a space. Nearly all text is plain: it needs neither normalizing nor patterns.
 */
export function plainUnit(unit: number): number {
  if (unit >= PLAIN_LIMIT) return NOT_PLAIN;
  return plainUnits[unit] || learnUnit(unit);
}

/** By unit; 0 for those not asked for yet: to work all of them out would take longer than to load this library. */
const plainUnits = new Uint16Array(PLAIN_LIMIT);

/** Latin letters, signs and digits; punctuation; currencies. None of them joins with a neighbour. */
const MAY_BE_PLAIN = /[\t\n\r -\u024F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF]/;

function learnUnit(unit: number): number {
  const written = String.fromCharCode(unit);
  const folded = foldAny(`.${written}.`).slice(1, -1);
  const plain = MAY_BE_PLAIN.test(written) && folded.length === 1 ? folded.charCodeAt(0) : NOT_PLAIN;
  plainUnits[unit] = plain;
  return plain;
}

/**
 * Whether the UTF-16 unit at a place is half of a pictograph that folds to itself wherever it stands: 👍, which is in
 * every other message of a chat. Nothing joins it to its neighbours but joiners and marks, which are not plain.
 */
export function isPictographUnit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= LOW_SURROGATES && unit <= LAST_LOW) return isPictograph(text.charCodeAt(at - 1), unit);
  return isPictograph(unit, text.charCodeAt(at + 1));
}

/** Nearly all pictographs are pairs that begin with one of these. */
const [FIRST_HIGH, LAST_HIGH] = [0xd83c, 0xd83e];
const [LOW_SURROGATES, LAST_LOW] = [0xdc00, 0xdfff];
const [YES, NO] = [1, 2];
const PICTOGRAPH = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})$/u;

/** By pair; 0 for those not asked for yet. */
const pictographs = new Uint8Array((LAST_HIGH - FIRST_HIGH + 1) << 10);

function isPictograph(high: number, low: number): boolean {
  if (!(high >= FIRST_HIGH && high <= LAST_HIGH && low >= LOW_SURROGATES && low <= LAST_LOW)) return false;
  const at = ((high - FIRST_HIGH) << 10) + low - LOW_SURROGATES;
  if (pictographs[at] === 0) {
    const pair = String.fromCharCode(high, low);
    pictographs[at] = PICTOGRAPH.test(pair) && foldAny(`.${pair}.`) === `.${pair}.` ? YES : NO;
  }
  return pictographs[at] === YES;
}

const SPACE = 0x20;
/** A unit that is dropped, as soft hyphens and the selectors of emoji are. */
const DROPPED = 0xfffe;

function isDropped(unit: number): boolean {
  return (
    unit === 0xad ||
    (unit >= 0x200b && (unit <= 0x200c || unit === 0x2060 || unit === 0xfeff || (unit & ~1) === 0xfe0e))
  );
}

/** What a unit of a plain text folds to, `DROPPED`, or `NOT_PLAIN`. */
function foldedUnit(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const folded = unit < PLAIN_LIMIT ? plainUnits[unit] || learnUnit(unit) : NOT_PLAIN;
  if (folded !== NOT_PLAIN) return folded;
  if (isDropped(unit)) return DROPPED;
  return isPictographUnit(text, at) ? unit : NOT_PLAIN;
}

/** Folds a text that is plain, or gives nothing. */
function foldPlain(text: string): string | undefined {
  const { length } = text;
  // White space at the start is dropped as if there had been some before.
  let last = SPACE;
  let count = 0;
  // Ids and short values are mostly folded already.
  for (; count < length; count++) {
    const folded = foldedUnit(text, count);
    if (folded === NOT_PLAIN) return undefined;
    if (folded !== text.charCodeAt(count) || (folded === SPACE && last === SPACE)) break;
    last = folded;
  }
  if (count === length && (last !== SPACE || length === 0)) return text;
  const units = new Uint16Array(length);
  for (let at = 0; at < count; at++) units[at] = text.charCodeAt(at);
  for (let at = count; at < length; at++) {
    const folded = foldedUnit(text, at);
    if (folded === NOT_PLAIN) return undefined;
    if (folded === DROPPED || (folded === SPACE && last === SPACE)) continue;
    units[count++] = folded;
    last = folded;
  }
  if (count > 0 && last === SPACE) count--;
  return textOf(units.subarray(0, count));
}

/** How many units are made text at once: a call has only so much room for arguments. */
const CHUNK = 4096;

function textOf(units: Uint16Array): string {
  let text = "";
  for (let at = 0; at < units.length; at += CHUNK) {
    text += Reflect.apply(String.fromCharCode, undefined, units.subarray(at, at + CHUNK));
  }
  return text;
}

/** Folds any text: what `fold` is for all that is not plain. */
export function foldAny(text: string): string {
  return (
    text
      .replace(INVISIBLE, "")
      .replace(STRAY_JOINER, "")
      // They are accents, and would be removed below.
      .replace(ENDLESS_MARKS, "$1")
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll("ς", "σ")
      .normalize("NFD")
      .replace(ACCENT, "")
      .normalize("NFC")
      .replace(/\s+/g, " ")
      .trim()
  );
}
