/** Tests of rules as data: the support inbox's scenarios, what they reach, and which mistakes they would not notice. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Workspace } from "ticket-rules";
import {
  coverage,
  coverageReport,
  describeFailure,
  mutantReport,
  runScenarios,
  ScenarioFile,
  testMutants,
} from "ticket-rules/testing";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`support-inbox/${name}`, import.meta.url), "utf8"));

const workspace = Workspace.parse(read("workspace.json"));
const { scenarios } = ScenarioFile.parse(read("scenarios.json"));

const run = runScenarios(workspace, scenarios);
for (const result of run.results) console.log(describeFailure(result, { locale: "es", workspace }));
assert.ok(run.passed);

// What a failure looks like: somebody lets the office close at 17:30.
const spoiled = structuredClone(workspace);
const thursday = spoiled.calendars?.[0]?.weekly.thu?.[1];
if (thursday !== undefined) thursday[1] = "17:30";
const [failed] = runScenarios(spoiled, scenarios).results.filter(({ passed }) => !passed);
assert.equal(failed?.name, "a las 17:59 todavía es horario hábil");
console.log(`\n${describeFailure(failed, { locale: "es", workspace: spoiled })}`);

// Which conditions the scenarios show to matter, and which not yet.
const found = coverage(workspace, scenarios, { threshold: { rules: 1, leaves: 0.7 } });
assert.ok(found.passed);
console.log(`\n${coverageReport(found, { locale: "es", workspace })}`);

// Which small mistakes in the rules they would not notice.
const mutants = testMutants(workspace, scenarios);
assert.ok(mutants.score > 0.7);
console.log(`\n${mutantReport(mutants, { locale: "es", workspace })}`);
