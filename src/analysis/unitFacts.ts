/** What folding makes of one UTF-16 unit, as far as it can be said without those beside it. */

/** Units of which the same is known have the same facts: the same object. */
export interface UnitFacts {
  /** The unit itself, if it is ASCII: then it folds to nothing but itself, or, of an n before a tilde, to an ñ. */
  readonly ascii: string | undefined;
  /** Which half of a character beyond the first 65,536: nothing else is known of it. */
  readonly half: "first" | "second" | undefined;
  /** The ASCII letters and digits that come of it, in order. */
  readonly letters: string;
  /** Whether nothing may come of it. */
  readonly mayBeDropped: boolean;
  /** Whether nothing comes of it beside a letter or digit. */
  readonly isDropped: boolean;
  /** Whether what comes of it begins, or ends, with an ASCII letter or digit. */
  readonly startsPlain: boolean;
  readonly endsPlain: boolean;
  /** Whether it is one ASCII letter or digit that comes of it, and nothing else. */
  readonly isOne: boolean;
}

/** What is known of a unit. */
export function factsOf(unit: string): UnitFacts {
  const { all, places } = table();
  return all[places[unit.charCodeAt(0)] ?? 0] ?? read("\0");
}

/** All that is known of any unit, each once. */
export function allFacts(): readonly UnitFacts[] {
  return table().all;
}

/** Whether this is an ASCII letter or digit as folding leaves them. */
export function isPlain(letter: string | undefined): boolean {
  return letter !== undefined && /^[0-9a-z]$/.test(letter);
}

interface Table {
  readonly all: readonly UnitFacts[];
  /** The place of each unit's facts. */
  readonly places: Uint16Array;
}

/** Kept as long as the process: it takes a moment, and never changes. */
let made: Table | undefined;

function table(): Table {
  made ??= makeTable();
  return made;
}

function makeTable(): Table {
  const all: UnitFacts[] = [];
  const known = new Map<string, number>();
  const places = Uint16Array.from({ length: 0x10000 }, (_, code) => {
    const facts = read(String.fromCharCode(code));
    const key = Object.values(facts).join("\n");
    const place = known.get(key) ?? all.push(facts) - 1;
    known.set(key, place);
    return place;
  });
  return { all, places };
}

function read(unit: string): UnitFacts {
  if (/[\ud800-\udfff]/.test(unit)) {
    const half = unit < "\udc00" ? "first" : "second";
    const none = { ascii: undefined, letters: "", isDropped: false, startsPlain: false };
    return { ...none, endsPlain: false, isOne: false, half, mayBeDropped: true };
  }
  const parts = unit.normalize("NFKD").toLowerCase().normalize("NFKD");
  const bare = parts.replace(/\p{M}/gu, "");
  const mayBeDropped = DROPPED.test(parts);
  return {
    ascii: unit < "\u0080" ? unit : undefined,
    half: undefined,
    letters: parts.replace(/[^0-9a-z]/g, ""),
    mayBeDropped,
    // A joiner stays between pictures, of which some are letters, too: Ⓜ.
    isDropped: mayBeDropped && unit !== "\u200d",
    startsPlain: isPlain(bare[0]),
    endsPlain: isPlain(bare.at(-1)),
    isOne: isPlain(bare),
  };
}

/** What folding drops between two letters, decomposed: marks, invisible characters. */
const DROPPED = /^(?:\p{M}|[\u200b-\u200d\u2060\ufeff\u00ad])*$/u;
