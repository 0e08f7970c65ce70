/** The worker's side: carries out tasks, one after another. */
import { type TaskName, tasks } from "./tasks.ts";

/** What the page sends. */
export interface Order {
  readonly id: number;
  readonly name: TaskName;
  readonly input: unknown;
}

/** What comes back. */
export type Reply =
  | { readonly ready: true }
  | { readonly id: number; readonly progress: unknown }
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly error: string };

/** Listens for orders, and says so: what is sent to a module that is still waiting for another is lost. */
export function serve(): void {
  globalThis.addEventListener("message", ({ data }: MessageEvent<Order>) => {
    const { id } = data;
    const reply = (message: Reply) => globalThis.postMessage(message);
    try {
      reply({ id, output: carryOut(data, (progress) => reply({ id, progress })) });
    } catch (error) {
      reply({ id, error: error instanceof Error ? error.message : String(error) });
    }
  });
  globalThis.postMessage({ ready: true } satisfies Reply);
}

/** Does what an order asks for. The page only makes orders whose input fits. */
export function carryOut({ name, input }: Order, report: (progress: unknown) => void): unknown {
  const task = tasks[name] as (input: unknown, report: (progress: unknown) => void) => unknown;
  return task(input, report);
}
