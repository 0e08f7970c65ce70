/** What is likely to be wrong with a document that is valid: the library's `lint`, in a thread of its own. */
import { Worker } from "node:worker_threads";
import type { Workspace } from "ticket-rules";
import type { Finding } from "ticket-rules/analysis";

/** Proofs of a thousand rules take about two seconds. */
const MOST_MS = 20_000;

/** @returns null when it could not be told in time: the document is saved all the same */
export function findingsOf(document: Workspace): Promise<Finding[] | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./lintWorker.js", import.meta.url), {
      workerData: { document, at: new Date() },
      execArgv: [],
    });
    const timer = setTimeout(() => void worker.terminate(), MOST_MS);
    worker.once("message", resolve);
    worker.once("error", () => resolve(null));
    worker.once("exit", () => {
      clearTimeout(timer);
      resolve(null);
    });
  });
}
