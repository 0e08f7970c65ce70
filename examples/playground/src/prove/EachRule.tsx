/** Never, always or sometimes: each rule with events that show it. */
import { useEffect, useState } from "preact/hooks";
import type { Rule } from "ticket-rules";
import type { FiringReport } from "ticket-rules/analysis";
import { focusPath } from "../state/focus.ts";
import { rulePlaces, workspace } from "../state/loaded.ts";
import { locale } from "../state/preferences.ts";
import { tryTexts } from "../try/texts.ts";
import { Button } from "../ui/Button.tsx";
import { Segments } from "../ui/controls.tsx";
import { Empty, Notice } from "../ui/Notice.tsx";
import { FiringMark } from "./FiringMark.tsx";
import { askFiring, cancelFiring, firing } from "./firing.ts";
import { proveTexts } from "./texts.ts";
import { Witness } from "./Witness.tsx";

type Shown = "all" | FiringReport["verdict"];

/** How many rules are shown before one asks for more. */
const FEW = 40;

/** How long no rule must be edited before it is asked about. */
const WAIT_MS = 300;

/** The section. Asks by itself as long as it is in sight. */
export function EachRule() {
  const text = proveTexts();
  const [shown, setShown] = useState<Shown>("all");
  const [most, setMost] = useState(FEW);
  const rules = workspace.value;
  useEffect(() => {
    const waiting = setTimeout(() => askFiring(rules), WAIT_MS);
    return () => clearTimeout(waiting);
  }, [rules]);
  const { reports } = firing.value;
  const own = rules.rules.filter(({ id }) => shown === "all" || reports.get(id)?.verdict === shown);
  return (
    <section class="card stack" aria-labelledby="prove-each">
      <h3 id="prove-each">{text.eachHeading}</h3>
      {rules.rules.length === 0 ? (
        <Empty title={text.noRules} />
      ) : (
        <>
          <Progress />
          <Summary shown={shown} onShow={setShown} />
          <ul class="proofs">
            {own.slice(0, most).map((rule) => (
              <RuleRow key={rule.id} rule={rule} report={reports.get(rule.id)} />
            ))}
          </ul>
          {own.length > most && (
            <div>
              <Button look="quiet" onClick={() => setMost(most + 4 * FEW)}>
                {text.showMore(Math.min(own.length - most, 4 * FEW))}
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

/** Always there, so that nothing moves when it begins or ends. */
function Progress() {
  const text = proveTexts();
  const { status, done, total, problem } = firing.value;
  return (
    <div class="progress-row">
      <progress max={Math.max(total, 1)} value={done} aria-label={text.running(done, total)} />
      <span class="small soft" role="status">
        {status === "cancelled"
          ? text.cancelled
          : status === "done"
            ? text.answered(total)
            : text.running(done, total)}
      </span>
      {status === "cancelled" || status === "failed" ? (
        <Button look="quiet" icon="play" onClick={() => askFiring(workspace.peek())}>
          {text.askAgain}
        </Button>
      ) : (
        <Button look="quiet" icon="cross" disabled={status !== "running"} onClick={cancelFiring}>
          {text.cancel}
        </Button>
      )}
      {status === "failed" && (
        <Notice tone="error">
          {text.failed}: <code class="user-text">{problem}</code>
        </Notice>
      )}
    </div>
  );
}

function Summary({ shown, onShow }: { shown: Shown; onShow: (shown: Shown) => void }) {
  const text = proveTexts();
  const { reports } = firing.value;
  const total = workspace.value.rules.length;
  const counts = new Map<Shown, number>([["all", total]]);
  for (const { verdict } of reports.values()) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const widest = total.toLocaleString(locale.value).length;
  // As wide as they can become, so that the choices stay where they are while answers come.
  const count = (each: Shown) =>
    (counts.get(each) ?? 0).toLocaleString(locale.value).padStart(widest, FIGURE_SPACE);
  const verdicts = ["sometimes", "always", "never", "unknown"] as const;
  return (
    <Segments
      label={text.filter}
      value={shown}
      choices={[
        { value: "all", label: `${text.all} ${count("all")}` },
        ...verdicts.map((verdict) => ({
          value: verdict,
          label: `${text.verdicts[verdict]} ${count(verdict)}`,
        })),
      ]}
      onChange={onShow}
    />
  );
}

const FIGURE_SPACE = "\u2007";

function RuleRow({ rule, report }: { rule: Rule; report: FiringReport | undefined }) {
  const text = proveTexts();
  const { id, name, trigger } = rule;
  const when = (tryTexts().types[trigger] ?? trigger).toLowerCase();
  const edit = () => {
    const { rules } = workspace.peek();
    const place = rulePlaces.peek()[rules.findIndex((each) => each.id === id)];
    if (place !== undefined) focusPath(["rules", place]);
  };
  return (
    <li class={`proof proof-${report?.verdict ?? "pending"}`} data-rule={id}>
      <FiringMark verdict={report?.verdict} />
      <div class="proof-text">
        <button type="button" class="link user-text" onClick={edit} aria-label={text.editRule(name)}>
          {name}
        </button>
        <span class="small soft">
          {report === undefined
            ? text.pending
            : `${text.verdicts[report.verdict]}: ${text.verdictHelp[report.verdict](when)}`}
        </span>
      </div>
      {report !== undefined && <Witnesses report={report} name={name} />}
    </li>
  );
}

function Witnesses({ report: { verdict, yes, no, edges }, name }: { report: FiringReport; name: string }) {
  const text = proveTexts();
  const types = tryTexts().types;
  return (
    <div class="row witnesses">
      {(yes.kind === "yes" || verdict === "unknown") && (
        <Witness answer={yes} label={text.whenFires} about={name} />
      )}
      {(no.kind === "yes" || verdict === "unknown") && (
        <Witness answer={no} label={text.whenNot} about={name} />
      )}
      {edges.map((edge) => (
        <Witness
          key={edge.type}
          answer={edge.yes}
          label={text.edge((types[edge.type] ?? edge.type).toLowerCase())}
          about={name}
        />
      ))}
    </div>
  );
}
