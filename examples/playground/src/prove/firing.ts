/** When each rule fires: asked beside the page, anew only for rules that were edited. */
import { signal } from "@preact/signals";
import type { Rule, Workspace } from "ticket-rules";
import type { FiringReport } from "ticket-rules/analysis";
import { createLane } from "../worker/run.ts";
import type { Basis, FiringReports } from "./tasks.ts";

/** How far the asking is. */
export interface FiringState {
  readonly status: "idle" | "running" | "done" | "cancelled" | "failed";
  readonly reports: ReadonlyMap<string, FiringReport>;
  readonly done: number;
  readonly total: number;
  readonly basis: Basis | undefined;
  readonly problem: string | undefined;
}

/** The answers that are known for the rules as they are. */
export const firing = signal<FiringState>({
  status: "idle",
  reports: new Map(),
  done: 0,
  total: 0,
  basis: undefined,
  problem: undefined,
});

const lane = createLane();
let controller: AbortController | undefined;

/** Answers by the rule as text, for one state of all that is beside the rules. */
let known = new Map<string, FiringReport>();
let knownFrame = "";

/** Asks about every rule whose answer is not known. What is being asked is dropped. */
export async function askFiring(workspace: Workspace): Promise<void> {
  controller?.abort();
  controller = new AbortController();
  const { signal: aborted } = controller;
  forget(workspace);
  const texts = new Map(workspace.rules.map((rule) => [rule.id, JSON.stringify(rule)]));
  const open = workspace.rules.filter(({ id }) => !known.has(texts.get(id) ?? ""));
  show(workspace, open.length === 0 ? "done" : "running");
  if (open.length === 0) return;
  const onProgress = (part: unknown) => {
    // What the task reports, and nothing else.
    for (const [rule, report] of part as FiringReports) known.set(texts.get(rule) ?? "", report);
    show(workspace, "running");
  };
  try {
    const rules = open.map(({ id }) => id);
    const basis = await lane.run("fires", { workspace, rules }, { signal: aborted, onProgress });
    show(workspace, "done", basis);
  } catch (error) {
    if (aborted.aborted) return;
    firing.value = { ...firing.peek(), status: "failed", problem: messageOf(error) };
  }
}

/** Stops asking. What was answered stays. */
export function cancelFiring(): void {
  controller?.abort();
  if (firing.peek().status === "running") firing.value = { ...firing.peek(), status: "cancelled" };
}

/** What went wrong, for people. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function forget(workspace: Workspace): void {
  const frame = JSON.stringify({ ...workspace, rules: [] });
  if (frame !== knownFrame) known = new Map();
  knownFrame = frame;
}

function show({ rules }: Workspace, status: FiringState["status"], basis = firing.peek().basis): void {
  const reports = new Map<string, FiringReport>();
  for (const rule of rules) {
    const report = reportOf(rule);
    if (report !== undefined) reports.set(rule.id, report);
  }
  firing.value = { status, reports, done: reports.size, total: rules.length, basis, problem: undefined };
}

function reportOf(rule: Rule): FiringReport | undefined {
  return known.get(JSON.stringify(rule));
}
