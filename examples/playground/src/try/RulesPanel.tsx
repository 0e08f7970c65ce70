/** How each rule fared: its tree with a verdict at each condition, and why, in words. */
import { useState } from "preact/hooks";
import { describeTrace, type Rule, type RuleTrace, type Workspace } from "ticket-rules";
import { focusPath } from "../state/focus.ts";
import { member, textOf } from "../state/json.ts";
import { namedWorkspace, validRule } from "../state/loaded.ts";
import { locale } from "../state/preferences.ts";
import { Button } from "../ui/Button.tsx";
import { Fold } from "../ui/Fold.tsx";
import { Empty } from "../ui/Notice.tsx";
import { groupsBy } from "./groups.ts";
import { shownValue } from "./shownValue.ts";
import { tryTexts } from "./texts.ts";
import { rowsOf, type TraceRow } from "./traceRows.ts";
import { opened, writtenRules } from "./tried.ts";
import { OutcomeBadge, VerdictMark } from "./Verdict.tsx";

/** In this order: what happened before what did not. */
const GROUPS = ["fired", "indeterminate", "notFired", "skipped", "invalid"] as const;

/** How many rules of a group are shown before one asks for more. */
const FEW = 25;

/** How many rules are open at first. */
const OPEN_AT_FIRST = 4;

/** All traces, grouped by outcome; within a group in the order of the rules. */
export function RulesPanel({ traces }: { traces: readonly RuleTrace[] }) {
  const text = tryTexts();
  const groups = groupsBy(traces, ({ outcome }) => outcome);
  // Those that the event concerned are looked at first.
  const concerned = GROUPS.flatMap((outcome) => groups.get(outcome) ?? []).filter(
    ({ tree }) => tree !== null && (tree.verdict !== false || tree.trigger.verdict),
  );
  const openAtFirst = new Set(concerned.slice(0, OPEN_AT_FIRST).map(({ index }) => index));
  return (
    <section class="stack" aria-labelledby="try-rules">
      <h3 id="try-rules">{text.rulesHeading}</h3>
      {traces.length === 0 && <Empty title={text.noRules} />}
      {GROUPS.map((outcome) => {
        const own = groups.get(outcome) ?? [];
        return own.length === 0 ? null : (
          <Group key={outcome} title={text.groups[outcome]} traces={own} openAtFirst={openAtFirst} />
        );
      })}
    </section>
  );
}

function Group({
  title,
  traces,
  openAtFirst,
}: {
  title: string;
  traces: readonly RuleTrace[];
  openAtFirst: ReadonlySet<number>;
}) {
  const text = tryTexts();
  const [most, setMost] = useState(FEW);
  return (
    <div class="stack trace-group">
      <h4 class="group-title">
        {title} <span class="count">{traces.length.toLocaleString(locale.value)}</span>
      </h4>
      <ul class="stack traces">
        {traces.slice(0, most).map((trace) => (
          <TraceCard key={trace.index} trace={trace} isOpenAtFirst={openAtFirst.has(trace.index)} />
        ))}
      </ul>
      {traces.length > most && (
        <div>
          <Button look="quiet" onClick={() => setMost(most + 4 * FEW)}>
            {text.showMore(Math.min(traces.length - most, 4 * FEW))}
          </Button>
        </div>
      )}
    </div>
  );
}

function TraceCard({ trace, isOpenAtFirst }: { trace: RuleTrace; isOpenAtFirst: boolean }) {
  const text = tryTexts();
  const written = writtenRules.value[trace.index];
  const rule = written === undefined ? undefined : validRule(written);
  const key = trace.rule ?? `#${trace.index}`;
  const isOpen = opened.value.get(key) ?? isOpenAtFirst;
  const name = textOf(member(written, "name")) || key;
  return (
    <li class={`card trace trace-${trace.outcome}`} data-rule={key}>
      <Fold
        level={4}
        open={isOpen}
        onToggle={(open) => {
          opened.value = new Map(opened.peek()).set(key, open);
        }}
        title={<span class="user-text">{name}</span>}
        aside={<OutcomeBadge outcome={trace.outcome} />}
      >
        {rule !== undefined && <Tree trace={trace} rule={rule} workspace={namedWorkspace.value} />}
        <p class="why user-text">
          {describeTrace(trace, { locale: locale.value, workspace: namedWorkspace.value })}
        </p>
        <div>
          <Button look="quiet" icon="edit" onClick={() => focusPath(["rules", trace.index])}>
            {text.editRule}
            <span class="visually-hidden">: {name}</span>
          </Button>
        </div>
      </Fold>
    </li>
  );
}

function Tree({ trace, rule, workspace: names }: { trace: RuleTrace; rule: Rule; workspace: Workspace }) {
  const text = tryTexts();
  const rows = rowsOf(trace, rule, { locale: locale.value, workspace: names });
  return (
    <>
      <p class="hint">{text.rootOperators[rule.operator]}</p>
      <ul class="tree">
        {rows.map((row) => (
          <TreeRow key={row.key} row={row} names={names} />
        ))}
      </ul>
    </>
  );
}

function TreeRow({ row, names }: { row: TraceRow; names: Workspace }) {
  const text = tryTexts();
  const { actual, depth, edge, isToBlame, missing, operator, verdict } = row;
  return (
    <li
      class={`tree-row tree-${verdict} ${isToBlame ? "tree-blamed" : ""}`}
      style={{ "--depth": Math.max(depth - 1, 0) }}
      data-path={row.key}
    >
      <VerdictMark verdict={verdict} />
      <div class="tree-text">
        <span class="user-text tree-condition">
          {operator === undefined ? row.text : text.operators[operator]}
        </span>
        {actual !== undefined && (
          <span class="actual">
            {text.actual}{" "}
            <span class="user-text actual-value">{shownValue(actual.value, actual.leaf, names, text)}</span>
          </span>
        )}
        {missing !== undefined && (
          <span class="actual">
            {text.missing}: <code class="user-text">{missing}</code>
          </span>
        )}
        {edge !== undefined && !edge.touched && <span class="tag">{text.notTouched}</span>}
        {edge?.touched === true && edge.before === true && <span class="tag">{text.wasAlready}</span>}
        {isToBlame && <span class="tag tag-blame">{text.wouldChange}</span>}
      </div>
    </li>
  );
}
