/** Joins the trace of the caller (W3C Trace Context), where the process has an OpenTelemetry SDK; else does nothing. */
import { context, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { FastifyRequest } from "fastify";

const tracer = trace.getTracer("ticketing-backend");

export function traced<Value>(request: FastifyRequest, work: () => Promise<Value>): Promise<Value> {
  const parent = propagation.extract(context.active(), request.headers);
  const name = `${request.method} ${request.routeOptions.url}`;
  return tracer.startActiveSpan(name, { kind: SpanKind.SERVER }, parent, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
