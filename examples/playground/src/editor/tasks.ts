/** What the editor has done beside the page. */
import type { Workspace } from "ticket-rules";
import { type Finding, lint } from "ticket-rules/analysis";
import { defineTask } from "../worker/define.ts";

/** @see tasks */
export const editorTasks = {
  lint: defineTask(({ workspace, at }: { workspace: Workspace; at: string }): Finding[] =>
    lint(workspace, { at }),
  ),
};
