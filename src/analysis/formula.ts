/**
 * Formulas over atoms, in negation normal form and hash-consed: equal formulas, up to order, nesting and double
 * negation, are the same number. Classical: what of the rules is three-valued is told apart in `kleene.ts`.
 */

/** A formula: an index into the table that made it. */
export type Formula = number;

/** The formula that always holds. */
export const TRUE: Formula = 0;
/** The formula that never holds. */
export const FALSE: Formula = 1;

/** What a formula is made of. */
export type FormulaNode =
  | { readonly kind: "literal"; readonly atom: number; readonly sign: boolean; readonly parts: readonly [] }
  | { readonly kind: "and" | "or"; readonly parts: readonly Formula[] };

/** Makes formulas. */
export interface Formulas {
  /** An atom, or its contrary. */
  literal(atom: number, sign: boolean): Formula;
  and(parts: readonly Formula[]): Formula;
  or(parts: readonly Formula[]): Formula;
  not(formula: Formula): Formula;
  node(formula: Formula): FormulaNode;
  /** The atoms in a formula. */
  atoms(formula: Formula): ReadonlySet<number>;
  /** What is left of a formula when an atom is known to be so, or not so. */
  given(formula: Formula, atom: number, isSo: boolean): Formula;
}

/** An empty table of formulas. */
export function createFormulas(): Formulas {
  const nodes: FormulaNode[] = [
    { kind: "and", parts: [] },
    { kind: "or", parts: [] },
  ];
  const contraries: number[] = [FALSE, TRUE];
  const known = new Map<string, Formula>();

  function node(formula: Formula): FormulaNode {
    return nodes[formula] ?? { kind: "and", parts: [] };
  }

  function intern(key: string, make: () => FormulaNode): Formula {
    let formula = known.get(key);
    if (formula === undefined) {
      formula = nodes.push(make()) - 1;
      known.set(key, formula);
    }
    return formula;
  }

  function literal(atom: number, sign: boolean): Formula {
    return intern(`${sign ? "+" : "-"}${atom}`, () => ({ kind: "literal", atom, sign, parts: [] }));
  }

  function combine(kind: "and" | "or", parts: readonly Formula[]): Formula {
    const [unit, zero] = kind === "and" ? [TRUE, FALSE] : [FALSE, TRUE];
    const flat = new Set<Formula>();
    const add = (part: Formula) => {
      const { kind: inner, parts: deeper } = node(part);
      if (inner === kind) for (const each of deeper) flat.add(each);
      else if (part !== unit) flat.add(part);
    };
    for (const part of parts) add(part);
    if (flat.has(zero)) return zero;
    for (const part of flat) {
      const contrary = contraries[part];
      if (contrary !== undefined && flat.has(contrary)) return zero;
    }
    const [first] = flat;
    if (flat.size <= 1) return first ?? unit;
    const sorted = [...flat].sort((a, b) => a - b);
    return intern(`${kind}${sorted.join(",")}`, () => ({ kind, parts: sorted }));
  }

  function not(formula: Formula): Formula {
    const found = contraries[formula];
    if (found !== undefined) return found;
    const own = node(formula);
    const contrary =
      own.kind === "literal"
        ? literal(own.atom, !own.sign)
        : combine(own.kind === "and" ? "or" : "and", own.parts.map(not));
    contraries[formula] = contrary;
    contraries[contrary] ??= formula;
    return contrary;
  }

  function atoms(formula: Formula): ReadonlySet<number> {
    const found = new Set<number>();
    const seen = new Set<Formula>();
    const visit = (each: Formula) => {
      if (seen.has(each)) return;
      seen.add(each);
      const own = node(each);
      if (own.kind === "literal") found.add(own.atom);
      for (const part of own.parts) visit(part);
    };
    visit(formula);
    return found;
  }

  function given(formula: Formula, atom: number, isSo: boolean): Formula {
    const own = node(formula);
    if (own.kind === "literal") {
      if (own.atom !== atom) return formula;
      return own.sign === isSo ? TRUE : FALSE;
    }
    return combine(
      own.kind,
      own.parts.map((part) => given(part, atom, isSo)),
    );
  }

  return {
    literal,
    and: (parts) => combine("and", parts),
    or: (parts) => combine("or", parts),
    not,
    node,
    atoms,
    given,
  };
}
