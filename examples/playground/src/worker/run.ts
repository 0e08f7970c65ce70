/** The page's side: lanes of work, each with a worker of its own. */
import { carryOut, type Order, type Reply } from "./serve.ts";
import type { InputOf, OutputOf, TaskName } from "./tasks.ts";

/** How one piece of work is followed. */
export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: unknown) => void) | undefined;
}

/** Works on one thing after another. */
export interface Lane {
  /** Rejects with the task's error, or with the signal's reason once it is aborted. */
  run<Name extends TaskName>(name: Name, input: InputOf<Name>, options?: RunOptions): Promise<OutputOf<Name>>;
}

interface Waiting {
  readonly order: Order;
  readonly resolve: (output: never) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: ((progress: unknown) => void) | undefined;
}

/** A lane. Its worker starts with the first piece of work, and ends with one that is aborted. */
export function createLane(): Lane {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let isReady = false;
  let made = 0;

  const settle = ({ data }: { data: Reply }) => {
    if ("ready" in data) {
      isReady = true;
      for (const { order } of waiting.values()) worker?.postMessage(order);
      return;
    }
    const one = waiting.get(data.id);
    if (one === undefined) return;
    if ("progress" in data) return one.onProgress?.(data.progress);
    waiting.delete(data.id);
    if ("error" in data) one.reject(new Error(data.error));
    else one.resolve(data.output as never);
  };
  const start = (): Worker | undefined => {
    if (worker !== undefined || isWithoutWorkers) return worker;
    worker = startWorker();
    isReady = false;
    worker?.addEventListener("message", settle);
    worker?.addEventListener("error", ({ message }) => {
      if (isReady) return stop(new Error(message || "the worker failed"));
      // It never began: this browser gives the page none.
      isWithoutWorkers = true;
      worker = undefined;
      for (const { order } of waiting.values()) hereAndNow(order, settle);
    });
    return worker;
  };
  const stop = (reason: unknown) => {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };

  return {
    run: (name, input, { signal, onProgress } = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason);
        made += 1;
        const order: Order = { id: made, name, input };
        waiting.set(order.id, { order, resolve, reject, onProgress });
        signal?.addEventListener("abort", () => waiting.has(order.id) && stop(signal.reason), { once: true });
        const by = start();
        if (by === undefined) setTimeout(() => hereAndNow(order, settle));
        else if (isReady) by.postMessage(order);
      }),
  };
}

/** Where there is no worker to be had: late, but done. */
function hereAndNow(order: Order, settle: (reply: { data: Reply }) => void): void {
  const { id } = order;
  try {
    settle({ data: { id, output: carryOut(order, (progress) => settle({ data: { id, progress } })) } });
  } catch (error) {
    settle({ data: { id, error: error instanceof Error ? error.message : String(error) } });
  }
}

/** Whether the browser has refused a worker already. */
let isWithoutWorkers = false;

/**
 * The page is one file, which a browser may have opened from a disk, where nothing else can be fetched. So the built
 * page gives its own script to the worker, which then finds no document and serves. As a `data:` address: Chromium
 * starts no module from a `blob:` one in a page that was opened from a disk.
 */
function startWorker(): Worker | undefined {
  try {
    if (import.meta.env.DEV) return new Worker("/src/worker/dev.ts", { type: "module" });
    ownScript ??= globalThis.document.querySelector("script[data-page]")?.textContent ?? undefined;
    if (ownScript === undefined) return undefined;
    const address = `data:text/javascript;charset=utf-8,${encodeURIComponent(ownScript)}`;
    return new Worker(address, { type: "module" });
  } catch {
    return undefined;
  }
}

let ownScript: string | undefined;
