/** One question at a time: asked, answered, cancelled. */
import { type Signal, signal } from "@preact/signals";
import { createLane } from "../worker/run.ts";
import type { InputOf, OutputOf, TaskName } from "../worker/tasks.ts";
import { messageOf } from "./firing.ts";

/** Where a question stands. */
export type Asked<Output> =
  | { readonly status: "idle" | "cancelled" }
  | { readonly status: "running"; readonly progress: unknown }
  | { readonly status: "done"; readonly output: Output }
  | { readonly status: "failed"; readonly problem: string };

/** A question that is asked again and again, with other inputs. */
export interface Question<Name extends TaskName> {
  readonly state: Signal<Asked<OutputOf<Name>>>;
  /** Asks; what was asked before is dropped. */
  ask(input: InputOf<Name>): Promise<void>;
  cancel(): void;
}

/** A question with a lane of its own, so that ending it ends nothing else. */
export function createQuestion<Name extends TaskName>(name: Name): Question<Name> {
  const state = signal<Asked<OutputOf<Name>>>({ status: "idle" });
  const lane = createLane();
  let controller: AbortController | undefined;
  return {
    state,
    async ask(input) {
      controller?.abort();
      const own = new AbortController();
      controller = own;
      state.value = { status: "running", progress: undefined };
      const onProgress = (progress: unknown) => {
        if (!own.signal.aborted) state.value = { status: "running", progress };
      };
      try {
        const output = await lane.run(name, input, { signal: own.signal, onProgress });
        if (!own.signal.aborted) state.value = { status: "done", output };
      } catch (error) {
        if (!own.signal.aborted) state.value = { status: "failed", problem: messageOf(error) };
      }
    },
    cancel() {
      controller?.abort();
      if (state.peek().status === "running") state.value = { status: "cancelled" };
    },
  };
}
