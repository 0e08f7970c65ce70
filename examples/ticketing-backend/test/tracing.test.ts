/** Spans for whoever brings an OpenTelemetry SDK, and the trace of the caller carried on to the effects. */
import { context, propagation, type Span, type SpanOptions, trace } from "@opentelemetry/api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "./support/database.ts";
import { message } from "./support/samples.ts";
import { service, stopServices } from "./support/service.ts";

const TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
const PARENT = Symbol.for("parent of the tests");
const database = useDatabase();
stopServices();

const spans: { name: string; attributes: unknown; parent: unknown; ended: boolean }[] = [];

/** As little of an SDK as shows what is asked of it. */
beforeAll(() => {
  trace.setGlobalTracerProvider({
    getTracer: () => ({
      startSpan: () => {
        throw new Error("not used");
      },
      startActiveSpan(name: string, ...rest: unknown[]) {
        const work = rest.at(-1) as (span: Span) => unknown;
        const [options, parent] = rest as [SpanOptions, { getValue?: (key: symbol) => unknown }];
        const span = {
          name,
          attributes: { ...options.attributes },
          parent: parent.getValue?.(PARENT),
          ended: false,
        };
        spans.push(span);
        return work({
          setAttribute: (key: string, value: unknown) => Object.assign(span.attributes, { [key]: value }),
          setStatus: () => undefined,
          recordException: () => undefined,
          end: () => {
            span.ended = true;
          },
        } as unknown as Span);
      },
    }),
  });
  propagation.setGlobalPropagator({
    inject: (_context, carrier, setter) => setter.set(carrier, "traceparent", TRACEPARENT),
    extract: (given, carrier, getter) => given.setValue(PARENT, getter.get(carrier, "traceparent")),
    fields: () => ["traceparent"],
  });
});

afterAll(() => {
  trace.disable();
  propagation.disable();
  context.disable();
});

test("an event gives a span of the request and one of its transaction, and its effects know the trace", async () => {
  const { ask } = await service(database.current);
  await ask("POST", "/events", message("e-1"), { traceparent: TRACEPARENT });
  expect(spans).toMatchObject([
    { name: "POST /events", parent: TRACEPARENT, ended: true },
    {
      name: "accept event",
      attributes: { "event.type": "message.received", "event.result": "new" },
      ended: true,
    },
  ]);
  const rows = await database.current.query("select traceparent from effects");
  expect(rows).toEqual([{ traceparent: TRACEPARENT }]);
  expect(JSON.stringify(spans)).not.toContain("información");
});
