/** What the scenarios show of each rule, on the rule itself. */
import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Coverage, LeafCoverage, Ratio, RuleCoverage } from "ticket-rules/testing";
import { member, textOf } from "../state/json.ts";
import { namedWorkspace, validRule } from "../state/loaded.ts";
import { locale } from "../state/preferences.ts";
import { writtenRules } from "../try/tried.ts";
import { VerdictMark } from "../try/Verdict.tsx";
import { Button } from "../ui/Button.tsx";
import { Fold } from "../ui/Fold.tsx";
import { coverageRows, coveredPart } from "./coverageRows.ts";
import { scenarioTexts } from "./texts.ts";

/** The rules that are open, by their places. */
const opened = signal<ReadonlySet<number>>(new Set());

/** How many rules are shown before one asks for more. */
const FEW = 50;

/** The panel. */
export function CoveragePanel({ coverage }: { coverage: Coverage }) {
  const text = scenarioTexts();
  const [most, setMost] = useState(FEW);
  const { totals, rules } = coverage;
  return (
    <section class="card stack" aria-labelledby="scenarios-coverage">
      <h3 id="scenarios-coverage">{text.coverageHeading}</h3>
      <p class="soft prose">{text.coverageIntro}</p>
      <div class="meters">
        <Meter ratio={totals.rules} label={text.rulesCovered(totals.rules.hit, totals.rules.found)} />
        <Meter ratio={totals.leaves} label={text.conditionsCovered(totals.leaves.hit, totals.leaves.found)} />
      </div>
      <ul class="covered-rules">
        {rules.slice(0, most).map((rule) => (
          <RuleCovered key={rule.index} covered={rule} />
        ))}
      </ul>
      {rules.length > most && (
        <div>
          <Button look="quiet" onClick={() => setMost(most + FEW)}>
            {text.showMore(Math.min(rules.length - most, FEW))}
          </Button>
        </div>
      )}
    </section>
  );
}

function Meter({ ratio: { hit, found }, label }: { ratio: Ratio; label: string }) {
  return (
    <div class="meter">
      <MeterBar hit={hit} found={found} />
      <span>{label}</span>
    </div>
  );
}

/** A bar of as many parts as there are, up to forty, so that it can be counted as well as seen. */
function MeterBar({ hit, found }: Ratio) {
  const width = 200;
  const isCounted = found > 0 && found <= 40;
  const filled = found === 0 ? 0 : (hit / found) * width;
  return (
    <svg
      class="meter-bar"
      viewBox={`0 0 ${width} 12`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect width={width} height="12" class="meter-all" />
      <rect width={filled} height="12" class="meter-hit" />
      {isCounted &&
        Array.from({ length: found - 1 }, (_, place) => {
          const x = ((place + 1) / found) * width;
          return <path key={x} d={`M${x} 0v12`} class="meter-gap" />;
        })}
    </svg>
  );
}

function RuleCovered({ covered }: { covered: RuleCoverage }) {
  const text = scenarioTexts();
  const { index, outcomes, runs } = covered;
  const written = writtenRules.value[index];
  const rule = written === undefined ? undefined : validRule(written);
  const name = textOf(member(written, "name")) || covered.rule || `#${index + 1}`;
  const { hit, found } = coveredPart(covered);
  const isOpen = opened.value.has(index);
  if (rule === undefined || !runs) {
    return (
      <li class="covered-rule covered-off" data-rule={covered.rule ?? ""}>
        <span class="user-text">{name}</span> <span class="small soft">{text.doesNotRun}</span>
      </li>
    );
  }
  return (
    <li class="covered-rule" data-rule={covered.rule ?? ""}>
      <Fold
        level={4}
        open={isOpen}
        onToggle={(open) => {
          const next = new Set(opened.peek());
          if (open) next.add(index);
          else next.delete(index);
          opened.value = next;
        }}
        title={<span class="user-text">{name}</span>}
        aside={
          <span class="rule-meter small">
            <MeterBar hit={hit} found={found} />
            {text.ofConditions(hit, found)}
          </span>
        }
      >
        <p class="small soft">{text.outcomes(outcomes.fired, outcomes.notFired)}</p>
        <ul class="tree">
          {coverageRows(covered, rule, { locale: locale.value, workspace: namedWorkspace.value }).map(
            (row) => (
              <li
                key={row.key}
                class={`tree-row covered-row ${row.leaf.covered ? "tree-true" : ""}`}
                style={{ "--depth": row.depth }}
                data-path={row.key}
              >
                <div class="stack leaf-covered">
                  <span class="user-text tree-condition">{row.text}</span>
                  <LeafCovered leaf={row.leaf} />
                </div>
              </li>
            ),
          )}
        </ul>
      </Fold>
    </li>
  );
}

function LeafCovered({ leaf: { inert, seen, shown } }: { leaf: LeafCoverage }) {
  const text = scenarioTexts();
  if (inert) return <span class="small soft">{text.inert}</span>;
  const verdicts = (["true", "false", "unknown"] as const).filter((verdict) => seen[verdict] > 0);
  return (
    <>
      <span class="row seen">
        {verdicts.length === 0 && <span class="small soft">{text.neverSeen}</span>}
        {verdicts.map((verdict) => (
          <span key={verdict} class="small seen-verdict">
            <VerdictMark verdict={verdict === "unknown" ? verdict : verdict === "true"} label="" />
            {text.seen[verdict](seen[verdict])}
          </span>
        ))}
      </span>
      <ul class="decisions small">
        {(["true", "false"] as const).map((verdict) => {
          const name = shown[verdict];
          return (
            <li key={verdict} class={name === null ? "decision-missing" : "decision-shown"}>
              <span aria-hidden="true">{name === null ? "○" : "●"}</span>
              <span class="user-text">
                {name === null ? text.undecided[verdict] : text.decided[verdict](name)}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
