/** Looks for occasions: an account, a time, a ticket and a message, and one event or several on which claims hold. */
import type { TicketEvent } from "../event.ts";
import type { Answer } from "./answer.ts";
import type { Bits } from "./bits.ts";
import { buildEvent, type OptionIds } from "./buildEvent.ts";
import type { Model } from "./coordinates.ts";
import { FALSE, type Formula } from "./formula.ts";
import { accountIn } from "./placeMeaning.ts";
import type { Places } from "./places.ts";
import type { Search } from "./search.ts";
import { type Claim, claimFormula, isMet } from "./subject.ts";
import type { Tables } from "./tables.ts";
import type { Assumption } from "./world.ts";

/** One of several events on one occasion: of one account, at one time, of one ticket and with one message. */
export interface View {
  readonly type: string;
  readonly claims: readonly Claim[];
  /** Whether the ticket has an assignee, if that is not open and the same in all views. */
  readonly isAssigned?: boolean | undefined;
  /** The accounts that are looked at. Absent: all. */
  readonly at?: Bits | undefined;
}

/** As `Answer`, with an event for each view. */
export type Occasion =
  | { readonly kind: "yes"; readonly events: readonly TicketEvent[] }
  | Exclude<Answer, { kind: "yes" }>;

/**
 * Whether there is an occasion of which all views meet their claims. `"plain"`: with a message that has none of the
 * words, and matches none of the patterns, that the claims look for.
 */
export type Occasions = (views: readonly View[], isPlain?: "plain") => Occasion;

/** What occasions are looked for with. */
export interface OccasionOptions {
  readonly tables: Tables;
  readonly places: Places;
  readonly options: OptionIds;
  /** Of each workspace. */
  readonly assumed: readonly Assumption[];
  readonly search: Search;
}

/** Looks for occasions; what is found, the evaluator confirms. */
export function createOccasions({ tables, places, options, assumed, search }: OccasionOptions): Occasions {
  const { formulas, atoms } = tables;

  function formulaOf({ type, claims, isAssigned, at }: View): Formula {
    const parts = claims.map((claim) => claimFormula(claim, type, formulas));
    const place = at === undefined ? [] : [accountIn(at, places, tables)];
    const whole = formulas.and([...place, ...parts, ...assumed.map(({ formula }) => formula)]);
    return isAssigned === undefined ? whole : formulas.given(whole, tables.flag("unassigned"), !isAssigned);
  }

  /** That a message has none of the words of a formula, and matches none of its patterns. */
  function plainText(formula: Formula): Formula[] {
    return [...formulas.atoms(formula)].flatMap((number) => {
      const kind = atoms.list[number]?.kind;
      return kind === "words" || kind === "pattern" ? [formulas.literal(number, false)] : [];
    });
  }

  function eventOf({ type, isAssigned }: View, model: Model, isMessageRead: boolean): TicketEvent {
    const flags =
      isAssigned === undefined ? model.flags : new Map(model.flags).set("unassigned", !isAssigned);
    return buildEvent(type, { ...model, flags }, isMessageRead, { places, atoms, options });
  }

  return (views, isPlain) => {
    const together = formulas.and(views.map(formulaOf));
    const formula = isPlain === undefined ? together : formulas.and([together, ...plainText(together)]);
    if (formula === FALSE) return { kind: "no" };
    const subjects = views.flatMap(({ claims }) => claims.map(({ subject }) => subject));
    const isMessageRead = [...assumed, ...subjects].some(({ readsMessage }) => readsMessage);
    const found = search(formula, (model) => {
      const events = views.map((view) => eventOf(view, model, isMessageRead));
      const areMet = events.every(
        (event, at) =>
          (views[at]?.claims ?? []).every((claim) => isMet(claim, event)) &&
          assumed.every((each) => each.isMet(event)),
      );
      return areMet ? events : undefined;
    });
    if (found.kind === "found") return { kind: "yes", events: found.result };
    return found.kind === "none" ? { kind: "no" } : found;
  };
}
