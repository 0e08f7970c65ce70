// Looks for likely mistakes beside the service, which goes on answering: proofs take milliseconds a rule.
// Plain JavaScript, so that it runs as it is from src (tests, tsx) and from dist.
import { parentPort, workerData } from "node:worker_threads";
import { lint } from "ticket-rules/analysis";

parentPort?.postMessage(lint(workerData.document, { at: workerData.at }));
