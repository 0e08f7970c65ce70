/** The automaton of a pattern, before it reads: places, the ways between them, and what each way asks for. */
import type { Assert, Look, Node, Pattern } from "../../text/regex/tree.ts";

/** A way from one place to another. */
export interface Way {
  readonly to: number;
  /** The class of characters that it reads. Absent: it reads nothing. */
  readonly atom?: number;
  /** What must hold where it starts. */
  readonly asks?: Assert | Around;
}

/** That the text ahead, or behind, is as a part says, or is not. */
export interface Around {
  readonly kind: "around";
  readonly ahead: boolean;
  readonly negated: boolean;
  readonly part: Part;
}

/** What a pattern, or a look-around in it, has to read. */
export interface Part {
  readonly start: number;
  readonly goal: number;
  /** Whether it may read more than it should, rather than less. */
  readonly isWide: boolean;
}

/** The automaton of a whole pattern. */
export interface Machine {
  readonly whole: Part;
  /** What looks behind, those inside others first. */
  readonly behind: readonly Part[];
  /** The ways from each place. */
  readonly ways: readonly (readonly Way[])[];
  /** Where parts end. */
  readonly goals: ReadonlySet<number>;
  /** Whether the part of a place is wide. */
  isWideAt(place: number): boolean;
}

/** The most places of one pattern. */
const MAX_PLACES = 2_500;

/**
 * The automaton of a pattern, or nothing for one that is too large.
 * @param isWide Where it cannot be exact, it matches more texts; else fewer.
 */
export function machineOf({ root, atoms }: Pattern, isWide: boolean): Machine | undefined {
  const ways: Way[][] = [];
  const wide: boolean[] = [];
  const behind: Part[] = [];
  const goals = new Set<number>();

  function partOf(node: Node, isOwnWide: boolean): Part {
    function place(): number {
      wide.push(isOwnWide);
      return ways.push([]) - 1;
    }

    function connect(from: number, to: number, by: Omit<Way, "to"> = {}): void {
      ways[from]?.push({ ...by, to });
    }

    /** Adds what is read from a place on; returns where it ends. */
    function build(part: Node, from: number): number {
      if (ways.length > MAX_PLACES) return from;
      if (part.kind === "sequence") return part.items.reduce((at, item) => build(item, at), from);
      if (part.kind === "group") return build(part.item, from);
      if (part.kind === "repeat") return repeated(part, from);
      const end = place();
      if (part.kind === "char") connect(from, end, { atom: part.atom });
      else if (part.kind === "choice") for (const item of part.items) connect(build(item, from), end);
      else if (part.kind === "look") connect(from, end, { asks: around(part) });
      else if (part.kind === "assert") asserted(part, from, end);
      else if (isOwnWide) connect(anything(part.any, from), end);
      return end;
    }

    function repeated({ item, min, max }: Extract<Node, { kind: "repeat" }>, from: number): number {
      let at = from;
      for (let count = 0; count < min && ways.length <= MAX_PLACES; count++) at = build(item, at);
      if (max === Number.POSITIVE_INFINITY) {
        const loop = place();
        connect(at, loop);
        connect(build(item, loop), loop);
        return loop;
      }
      const end = place();
      connect(at, end);
      for (let count = min; count < max && ways.length <= MAX_PLACES; count++) {
        at = build(item, at);
        connect(at, end);
      }
      return end;
    }

    function anything(atom: number, from: number): number {
      const loop = place();
      connect(from, loop);
      connect(loop, loop, { atom });
      return loop;
    }

    function asserted(assert: Assert, from: number, end: number): void {
      // The strings of a class are asked of several characters at once.
      const isSingle = atoms[assert.atom]?.length === 1;
      if (isSingle) connect(from, end, { asks: assert });
      else if (isOwnWide) connect(from, end);
    }

    function around({ ahead, negated, item }: Look): Around {
      const part = partOf(item, isOwnWide !== negated);
      if (!ahead) behind.push(part);
      return { kind: "around", ahead, negated, part };
    }

    const start = place();
    const goal = build(node, start);
    goals.add(goal);
    return { start, goal, isWide: isOwnWide };
  }

  const whole = partOf(root, isWide);
  if (ways.length > MAX_PLACES) return undefined;
  return { whole, behind, ways, goals, isWideAt: (place) => wide[place] ?? isWide };
}
