/** Rules, and what is claimed of them, ready to be asked about. */
import type { TicketEvent } from "../event.ts";
import type { Verdict } from "../verdict.ts";
import type { Formula, Formulas } from "./formula.ts";

/** A rule, ready to be asked about. */
export interface Subject {
  readonly types: readonly string[];
  /** Whether it looks at the message, which then is supplied, though it may say nothing of it. */
  readonly readsMessage: boolean;
  /** When it fires on events of a type. */
  formula(type: string): Formula;
  /** Whether the evaluator fires it. */
  fires(event: TicketEvent): boolean;
  /** What the evaluator says of it. */
  verdict(event: TicketEvent): Verdict;
}

/** That a rule fires, or that it does not. */
export interface Claim {
  readonly subject: Subject;
  readonly fires: boolean;
}

/** That a rule fires. */
export function thatFires({ subject }: Pick<Claim, "subject">): Claim {
  return { subject, fires: true };
}

/** That a rule does not fire. */
export function thatMisses({ subject }: Pick<Claim, "subject">): Claim {
  return { subject, fires: false };
}

/** When a claim holds of events of a type. */
export function claimFormula({ subject, fires }: Claim, type: string, formulas: Formulas): Formula {
  const own = subject.formula(type);
  return fires ? own : formulas.not(own);
}

/** Whether the evaluator agrees with a claim. */
export function isMet({ subject, fires }: Claim, event: TicketEvent): boolean {
  return subject.fires(event) === fires;
}

/** That at least one of several claims holds. */
export function oneOf(claims: readonly Claim[], formulas: Formulas): Claim {
  const fires = (event: TicketEvent) => claims.some((claim) => isMet(claim, event));
  const subject: Subject = {
    types: [...new Set(claims.flatMap((claim) => claim.subject.types))],
    readsMessage: claims.some((claim) => claim.subject.readsMessage),
    formula: (type) => formulas.or(claims.map((claim) => claimFormula(claim, type, formulas))),
    fires,
    verdict: fires,
  };
  return thatFires({ subject });
}
