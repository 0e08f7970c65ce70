/** Tried events kept as tests: run all, see what differs and what of the rules they reach. */
import { useEffect } from "preact/hooks";
import { document, editScenarios } from "../state/document.ts";
import { listOf } from "../state/json.ts";
import { tell } from "../state/messages.ts";
import { scenarios, withScenariosOf } from "../state/scenarios.ts";
import { showTab } from "../state/tab.ts";
import { tryTexts } from "../try/texts.ts";
import { tried } from "../try/tried.ts";
import { Button } from "../ui/Button.tsx";
import { Empty, Notice } from "../ui/Notice.tsx";
import { CoveragePanel } from "./CoveragePanel.tsx";
import { isStale, report, runAll, running } from "./report.ts";
import { ScenarioCards } from "./ScenarioCards.tsx";
import { FILE_NAME, readScenarioFile, writtenScenarioFile } from "./scenarioFile.ts";
import { addScenario } from "./scenarioList.ts";
import { scenarioTexts } from "./texts.ts";

/** How long nothing must change before all are run again. */
const WAIT_MS = 250;

/** The tab. Runs all by itself as long as it is in sight. */
export function ScenariosView() {
  const text = scenarioTexts();
  const all = listOf(scenarios.value.scenarios);
  const [rules, file] = [document.value, scenarios.value];
  const hasAny = all.length > 0;
  useEffect(() => {
    // Read again, so that a change of either runs them.
    void [rules, file];
    if (!hasAny || !isStale.peek()) return;
    const waiting = setTimeout(runAll, WAIT_MS);
    return () => clearTimeout(waiting);
  }, [rules, file, hasAny]);
  const state = running.state.value;
  const known = report.value;
  return (
    <div class="stack scenarios">
      <header class="stack">
        <h2>{text.title}</h2>
        <p class="soft prose">{text.intro}</p>
        <div class="row">
          <Button look="primary" icon="play" onClick={runAll} disabled={!hasAny}>
            {text.runAll}
          </Button>
          <Button icon="plus" onClick={saveTried}>
            {text.saveCurrent}
          </Button>
          <Button icon="upload" onClick={chooseFile}>
            {text.importFile}
          </Button>
          <Button icon="download" onClick={exportFile} disabled={!hasAny}>
            {text.exportFile}
          </Button>
        </div>
      </header>
      {state.status === "failed" && <Notice tone="error">{state.problem}</Notice>}
      {hasAny ? (
        <ScenarioCards />
      ) : (
        <Empty title={text.none}>
          <p>{text.noneHint}</p>
          <Button onClick={() => showTab("try")}>{tryTexts().title}</Button>
        </Empty>
      )}
      {known !== undefined && hasAny && <CoveragePanel coverage={known.report.coverage} />}
    </div>
  );
}

function saveTried(): void {
  const text = scenarioTexts();
  const result = tried.peek();
  if (result.event === undefined) tell("error", text.notEvaluated);
  else tell("good", text.saved(addScenario(result.event, result.decision, text.saveCurrent)));
}

function chooseFile(): void {
  const input = Object.assign(globalThis.document.createElement("input"), {
    type: "file",
    accept: ".json,application/json",
  });
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (file === undefined) return;
    const text = scenarioTexts();
    const read = readScenarioFile(await file.text());
    if (typeof read === "string") return tell("error", text[read]);
    const { file: all, added, renamed } = withScenariosOf(scenarios.peek(), read);
    editScenarios(text.importing, () => all);
    tell("good", [text.imported(added), ...(renamed > 0 ? [text.renamed(renamed)] : [])].join(" "));
  });
  input.click();
}

function exportFile(): void {
  const url = URL.createObjectURL(new Blob([writtenScenarioFile()], { type: "application/json" }));
  Object.assign(globalThis.document.createElement("a"), { href: url, download: FILE_NAME }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  tell("good", scenarioTexts().exported);
}
