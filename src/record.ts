import type { RuleSet } from "./compile.ts";
import { type DecisionRecord, FACT_NAMES, type FactName, RECORD_FORMAT } from "./decisionRecord.ts";
import { evaluate } from "./evaluate.ts";
import { requireEvent, type TicketEvent } from "./event.ts";
import { quote } from "./issues/define.ts";
import { digestOf } from "./recording/content.ts";
import { headOf, keysOf, readFact, redacted } from "./recording/facts.ts";
import { hiddenIn, withoutHidden, zoneOffsets } from "./recording/traits.ts";
import { VERSION } from "./version.ts";

/** Settings of `record`. */
export interface RecordOptions {
  /**
   * Facts whose values are kept out of the record. A hash and the length stand for each. Without the customer there
   * are no surveys either, which name it.
   */
  redact?: readonly FactName[] | undefined;
  /** A key for these hashes. Without one, a short text can be found by trying. `verify` must be given the same. */
  redactionKey?: string | undefined;
  /** The version of the zone data: `process.versions.tz` in Node. */
  zoneData?: string | undefined;
}

/**
 * Decides, and gives the decision with all that is needed to check it later: the hash of the rule set, versions, the
 * facts that its rules ask for. Plain JSON; holds no secret, no rule, and no fact that no rule asks for.
 * @throws TypeError as `evaluate` does, and for a name in `redact` that is no fact's.
 */
export function record(ruleSet: RuleSet, event: TicketEvent, options: RecordOptions = {}): DecisionRecord {
  const { redactionKey, zoneData } = options;
  const hidden = hiddenFacts(options.redact ?? []);
  const { hash, zones, needs } = digestOf(ruleSet);
  const decision = evaluate(ruleSet, event);
  const head = requireEvent(event);
  const facts = keysOf(needs)
    .map((key) => readFact(key, event))
    .map((fact) => (hidden.has(fact.fact) ? redacted(fact, redactionKey) : fact));
  return {
    formatVersion: RECORD_FORMAT,
    library: VERSION,
    schemaVersion: 1,
    ruleSetHash: hash,
    zones: zoneOffsets(zones, head.at),
    ...(zoneData === undefined ? {} : { zoneData }),
    ticket: headOf(head).ticket,
    facts,
    decision: withoutHidden(decision, hiddenIn(facts), redactionKey),
  };
}

/** Facts that tell what is to be kept out again. */
const REPEATED_IN: { readonly [Name in FactName]?: readonly FactName[] } = {
  "ticket.customer": ["surveys"],
  "ticket.classification": ["changes.classification"],
};

function hiddenFacts(names: readonly FactName[]): ReadonlySet<FactName> {
  for (const name of names) {
    // A name that is misspelt would leave in the record what was to be kept out.
    if (!FACT_NAMES.includes(name))
      throw new TypeError(`unknown fact ${quote(name)}: expected one of ${FACT_NAMES.join(", ")}`);
  }
  return new Set(names.flatMap((name) => [name, ...(REPEATED_IN[name] ?? [])]));
}
