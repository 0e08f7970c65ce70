/** What `lint` finds in the document as it stands, worked out beside the page. */
import { effect, signal } from "@preact/signals";
import type { Workspace } from "ticket-rules";
import { applySuggestion, type Finding } from "ticket-rules/analysis";
import { document, edit } from "../state/document.ts";
import { keyOf } from "../state/identity.ts";
import { at, isWithin, type JsonObject, listOf, type Path, textOf } from "../state/json.ts";
import { brokenIds, listPlaces, rulePlaces, workspace } from "../state/loaded.ts";
import { createLane } from "../worker/run.ts";

/** A finding, where it stands in the document that was looked at. */
export interface Found {
  readonly finding: Finding;
  /** From the document. */
  readonly path: Path;
}

/** What was found, and in which document. */
interface Findings {
  readonly of: JsonObject | undefined;
  /** By the key of the rule: those of a rule stay with it while it is edited, until it is looked at again. */
  readonly byRule: ReadonlyMap<string, readonly Found[]>;
  /** Those outside rules. */
  readonly others: readonly Found[];
}

/** The findings there are. */
export const findings = signal<Findings>({ of: undefined, byRule: new Map(), others: [] });

/** Whether the document is being looked at. */
export const isChecking = signal(false);

/** Why nothing is found, if the looking failed. */
export const lintError = signal<string | undefined>(undefined);

/** How long nothing must change before the document is looked at. */
const WAIT_MS = 350;

const lane = createLane();

/** Looks at the document whenever it has changed and typing rests. Gives what ends it. */
export function keepLinting(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;
  const look = async () => {
    running?.abort(new Error("the document has changed"));
    const own = new AbortController();
    running = own;
    isChecking.value = true;
    try {
      await lookAt(document.peek(), workspace.peek(), own.signal);
      lintError.value = undefined;
    } catch (error) {
      if (own.signal.aborted) return;
      lintError.value = error instanceof Error ? error.message : String(error);
    }
    isChecking.value = false;
  };
  const stop = effect(() => {
    document.value;
    clearTimeout(waiting);
    waiting = setTimeout(look, WAIT_MS);
  });
  return () => {
    clearTimeout(waiting);
    running?.abort(new Error("no longer asked for"));
    stop();
  };
}

/** From how many rules on what shows at once is told before what must be searched for. */
const MANY = 60;

/** From how many rules on nothing is searched for: it would take a minute and more. */
const TOO_MANY = 2000;

async function lookAt(of: JsonObject, usable: Workspace, until: AbortSignal): Promise<void> {
  const { length } = usable.rules;
  if (length >= MANY) findings.value = await found(of, usable, { until, proofs: false });
  if (length < TOO_MANY) findings.value = await found(of, usable, { until, proofs: true });
}

/** Does what a finding suggests. Whether it could: not when the document has changed since. */
export function applyFinding({ finding }: Found, label: string): boolean {
  if (findings.peek().of !== document.peek()) return false;
  const { suggest = [] } = finding;
  // What is changed has the shape of a workspace where the edits are; the rest is only carried along.
  edit(label, (now) => applySuggestion(now as unknown as Workspace, { suggest }) as unknown as JsonObject);
  return true;
}

async function found(
  of: JsonObject,
  usable: Workspace,
  { until, proofs }: { until: AbortSignal; proofs: boolean },
): Promise<Findings> {
  const broken = brokenIds.peek();
  const places = { ...listPlaces.peek(), rules: rulePlaces.peek() };
  const all = await lane.run(
    "lint",
    { workspace: usable, at: new Date().toISOString(), proofs },
    { signal: until },
  );
  until.throwIfAborted();
  const byRule = new Map<string, Found[]>();
  const others: Found[] = [];
  for (const each of all) {
    const finding = inDocument(each, places);
    // What is there and not valid was left out of what was looked at; its own field says what is wrong with it.
    if (each.code === "unknownReference" && broken.has(textOf(at(of, finding.path)))) continue;
    const { path } = finding;
    const [list, place] = path;
    const rule = list === "rules" && typeof place === "number" ? listOf(of.rules)[place] : undefined;
    if (rule === undefined) {
      others.push({ finding, path });
      continue;
    }
    const key = keyOf(rule);
    const known = byRule.get(key);
    if (known === undefined) byRule.set(key, [{ finding, path }]);
    else known.push({ finding, path });
  }
  return { of, byRule, others };
}

type Places = { readonly [List in "accounts" | "calendars" | "fields" | "rules"]: readonly number[] };

/** The workspace that is looked at lacks what is not valid: a path in it leads elsewhere in the document. */
function inDocument(finding: Finding, places: Places): Finding {
  const moved = (path: Path): Path => {
    const [list, place, ...below] = path;
    if (typeof place !== "number" || typeof list !== "string" || !Object.hasOwn(places, list)) return path;
    const kept = places[list as keyof Places];
    return [list, kept[place] ?? (kept.at(-1) ?? -1) + 1, ...below];
  };
  return {
    ...finding,
    path: moved(finding.path),
    ...(finding.suggest && { suggest: finding.suggest.map((each) => ({ ...each, path: moved(each.path) })) }),
  };
}

/** The findings of a rule that are about a part of it, and about no smaller part that is asked for by itself. */
export function findingsAt(rule: string, path: Path, isOwn: (path: Path) => boolean): readonly Found[] {
  return (findings.value.byRule.get(rule) ?? NONE).filter((each) => {
    const own = each.path.slice(2);
    return isWithin(own, path) && isOwn(own.slice(path.length));
  });
}

const NONE: readonly Found[] = [];
