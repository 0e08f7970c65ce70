/** What folding makes of one UTF-16 unit, as far as it can be said without those beside it. */
import { fold } from "../../text/fold.ts";

/** Units of which the same is known have the same facts: the same object. */
export interface UnitFacts {
  /**
   * What comes of it, whatever stands beside it; but that spaces become one, and that marks behind it may make an ñ of a
   * last n, and an n of an ñ. Absent: that depends.
   */
  readonly yields: string | undefined;
  /** The ASCII letters and digits that may come of it, in order, where that depends. */
  readonly letters: string;
  /** Which half of a character beyond the first 65,536: nothing else is known of it. */
  readonly half: "first" | "second" | undefined;
  /** Whether nothing comes of it beside a letter or digit. */
  readonly isDropped: boolean;
  /** Whether it makes an ñ of an n. */
  readonly isTilde: boolean;
}

/** What is known of a unit. */
export function factsOf(unit: string): UnitFacts {
  return table().units[unit.charCodeAt(0)] ?? read(unit);
}

/** The facts of the units of which one of these signs may come. */
export function factsWith(signs: Iterable<string>): ReadonlySet<UnitFacts> {
  const { bySign } = table();
  return new Set([...signs].flatMap((sign) => bySign.get(sign) ?? []));
}

/** The units of which just this sign comes, whatever stands beside them; but for marks behind an n or ñ. */
export function unitsOf(sign: string): string[] {
  const { units, bySign } = table();
  const own = new Set((bySign.get(sign) ?? []).filter(({ yields }) => yields === sign));
  return units.flatMap((facts, code) => (own.has(facts) ? String.fromCharCode(code) : []));
}

/** Whether this is an ASCII letter or digit as folding leaves them. */
export function isPlain(letter: string | undefined): boolean {
  return letter !== undefined && /^[0-9a-z]$/.test(letter);
}

/** Whether a word ends, or begins, with this as with a letter or digit; known of ASCII ones and ñ. */
export function isEdge(letter: string | undefined): boolean {
  return letter === "ñ" || isPlain(letter);
}

interface Table {
  readonly units: readonly UnitFacts[];
  readonly bySign: ReadonlyMap<string, readonly UnitFacts[]>;
}

/** Kept as long as the process: it takes a moment, and never changes. */
let made: Table | undefined;

function table(): Table {
  made ??= makeTable();
  return made;
}

function makeTable(): Table {
  const known = new Map<string, UnitFacts>();
  const bySign = new Map<string, UnitFacts[]>();
  const units = Array.from({ length: 0x10000 }, (_, code) => {
    const facts = read(String.fromCharCode(code));
    const key = JSON.stringify([facts.yields ?? null, ...Object.values(facts)]);
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, facts);
    for (const sign of new Set(facts.yields ?? facts.letters)) {
      const others = bySign.get(sign);
      if (others === undefined) bySign.set(sign, [facts]);
      else others.push(facts);
    }
    return facts;
  });
  return { units, bySign };
}

function read(unit: string): UnitFacts {
  if (/[\ud800-\udfff]/.test(unit)) {
    return { yields: undefined, letters: "", half: unit < "\udc00" ? "first" : "second", ...PLAIN };
  }
  if (IDEOGRAPH.test(unit)) return { yields: unit, letters: "", half: undefined, ...PLAIN };
  // Between full stops, which join with nothing that stays.
  const yields = fold(`.${unit}.`).slice(1, -1);
  return {
    yields: HANGUL.test(yields) ? undefined : yields,
    letters: yields.replace(/[^0-9a-z]/g, ""),
    half: undefined,
    // A joiner stays between pictures, of which some are letters, too: Ⓜ.
    isDropped: yields === "" && unit !== "\u200d",
    isTilde: unit === "\u0303",
  };
}

const PLAIN = { isDropped: false, isTilde: false };

/** Many, and all fold to themselves; private ones, too. */
const IDEOGRAPH = /[\u3400-\u4dbf\u4e00-\u9fff\ue000-\uf8ff]/;

/** Of these alone several become one. */
const HANGUL = /[\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff]/;
