/** Work that takes long, done beside the page so that typing stays fluid. */

/** A task: a pure function of plain data. It may tell how far it is. */
export type Task<Input, Output> = (input: Input, report: (progress: unknown) => void) => Output;

/** Gives a task its type. */
export function defineTask<Input, Output>(task: Task<Input, Output>): Task<Input, Output> {
  return task;
}
