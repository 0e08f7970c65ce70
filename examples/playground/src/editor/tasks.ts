/** What the editor has done beside the page. */
import type { Workspace } from "ticket-rules";
import { type Finding, type LintOptions, lint } from "ticket-rules/analysis";
import { defineTask } from "../worker/define.ts";

/** @see tasks */
export const editorTasks = {
  lint: defineTask(
    ({ workspace, ...options }: { workspace: Workspace } & Pick<LintOptions, "at" | "proofs">): Finding[] =>
      lint(workspace, options),
  ),
};
