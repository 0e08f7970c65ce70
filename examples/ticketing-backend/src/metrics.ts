/** What is counted, for Prometheus. One registry for each service, none for the process: tests run several. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    events: new Counter({
      name: "ticketing_events_total",
      help: "Events posted, by type and by what became of them: decided, duplicate, conflict",
      labelNames: ["type", "result"] as const,
      registers,
    }),
    decisions: new Counter({
      name: "ticketing_decisions_total",
      help: "Decisions, by whether any rule fired",
      labelNames: ["fired"] as const,
      registers,
    }),
    effects: new Counter({
      name: "ticketing_effects_total",
      help: "Effects, by type and result: planned, done, retried, cancelled, dead",
      labelNames: ["type", "result"] as const,
      registers,
    }),
    evaluation: new Histogram({
      name: "ticketing_evaluation_seconds",
      help: "Time to decide one event, database not included",
      buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5],
      registers,
    }),
    transaction: new Histogram({
      name: "ticketing_event_transaction_seconds",
      help: "Time of the transaction that stores an event, its decision and its effects",
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    queueAge: new Gauge({
      name: "ticketing_queue_age_seconds",
      help: "How long the effect that waits longest has been due; 0 when none is",
      registers,
    }),
  };
}
