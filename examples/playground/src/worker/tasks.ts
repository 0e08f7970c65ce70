/** The list of tasks, by name. */
import { editorTasks } from "../editor/tasks.ts";
import { proveTasks } from "../prove/tasks.ts";
import { scenarioTasks } from "../scenarios/tasks.ts";

/** Every task. */
export const tasks = { ...editorTasks, ...proveTasks, ...scenarioTasks };

/** The name of a task. */
export type TaskName = keyof typeof tasks;

/** What a task is given. */
export type InputOf<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[0];

/** What a task gives. */
export type OutputOf<Name extends TaskName> = ReturnType<(typeof tasks)[Name]>;
