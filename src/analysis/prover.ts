/** Finds events on which given rules fire and others do not, or proves that there is none. */
import { compiledOf } from "../compile.ts";
import type { Condition } from "../conditions/tree.ts";
import type { TicketEvent } from "../event.ts";
import type { Answer, UnknownReason } from "./answer.ts";
import type { Bits } from "./bits.ts";
import { optionIdsOf } from "./buildEvent.ts";
import { createCoordinates } from "./coordinates.ts";
import type { Firing } from "./firing.ts";
import { createOccasions, type Occasions } from "./occasions.ts";
import { createPlaceTheory } from "./placeState.ts";
import { type Places, placesOf } from "./places.ts";
import { createSearch } from "./search.ts";
import { apartAt } from "./siteReadings.ts";
import { type Claim, oneOf, type Subject } from "./subject.ts";
import { createTables } from "./tables.ts";
import { createTextTheory } from "./texts/textState.ts";
import type { Days } from "./timeSets.ts";
import { type AskedWorld, prepareWorld, type World } from "./world.ts";

/** Asks about the rules of a workspace, or of several that are compared. */
export interface Prover {
  /** A rule of a workspace, by the number of the workspace. Absent: the first. */
  subject(firing: Firing, world?: number): Subject;
  /**
   * Accounts such that two rules fare alike at all others; nothing when there are none. Of rules that are written alike
   * the others are those where calendars and zones are the same.
   */
  apartAt(one: Subject, other: Subject): Bits | undefined;
  /** That at least one of several claims holds. */
  oneOf(claims: readonly Claim[]): Claim;
  readonly occasion: Occasions;
  /** Whether an event of one of these types meets all claims; `at`: of one of these accounts. */
  exists(claims: readonly Claim[], types: readonly string[], at?: Bits): Answer;
  /** The ids of the rules of the first workspace that are switched on and fire on an event, each by itself. */
  firing(event: TicketEvent): string[];
}

/** What a prover must know. */
export interface ProverOptions {
  readonly horizon: Days;
  /** The day from which on events are looked for first. */
  readonly start: number;
  /** What holds of every event. */
  readonly assume: readonly Condition[];
  readonly maxNodes: number;
}

/** A prover for a workspace; or for several, to compare their rules with one another: then events are of all of them. */
export function createProver(worlds: readonly World[], options: ProverOptions): Prover {
  const { horizon, start, assume, maxNodes } = options;
  const tables = createTables(horizon);
  const { formulas, atoms } = tables;
  const views = placesOf(worlds.map(({ ruleSet }) => compiledOf(ruleSet).model));
  const home = firstOf(views);
  const asked = worlds.map((world, at) =>
    prepareWorld(world, { places: views[at] ?? home, home }, assume, tables),
  );
  const places = createPlaceTheory(home, atoms, horizon, start);
  const coordinates = createCoordinates(atoms, places, createTextTheory(atoms));
  const occasion = createOccasions({
    tables,
    places: home,
    options: optionIdsOf(worlds.flatMap(({ ruleSet }) => compiledOf(ruleSet).content.fields)),
    assumed: asked.map(({ assumed }) => assumed),
    search: createSearch(formulas, coordinates, maxNodes),
  });

  function worldAt(number: number): AskedWorld {
    const world = asked[number];
    if (world === undefined) throw new TypeError(`no workspace ${number}`);
    return world;
  }

  function existsOf(claims: readonly Claim[], type: string, at: Bits | undefined): Answer {
    const found = occasion([{ type, claims, at }]);
    if (found.kind !== "yes") return found;
    const [event] = found.events;
    return event === undefined ? { kind: "no" } : { kind: "yes", event };
  }

  return {
    subject: (firing, world = 0) => worldAt(world).subject(firing),
    apartAt: (one, other) => apartAt(one, other, home.sites, tables),
    oneOf: (claims) => oneOf(claims, formulas),
    occasion,
    exists(claims, types, at) {
      let doubt: UnknownReason | undefined;
      for (const type of types) {
        const answer = existsOf(claims, type, at);
        if (answer.kind === "yes") return answer;
        if (answer.kind === "unknown") doubt ??= answer.reason;
      }
      return doubt === undefined ? { kind: "no" } : { kind: "unknown", reason: doubt };
    },
    firing: (event) => worldAt(0).firing(event),
  };
}

function firstOf(views: readonly Places[]): Places {
  const [first] = views;
  if (first === undefined) throw new TypeError("no workspace to prove things about");
  return first;
}
