/** One attempt at one effect: the request, and what came of it. */
import { context, propagation, ROOT_CONTEXT } from "@opentelemetry/api";
import { dispatch, type Effect, type Workspace } from "ticket-rules";
import type { Answer, Outbound } from "../outbound/outbound.ts";
import type { Asked } from "./ask.ts";
import { activateBot, terminateBot } from "./bots.ts";
import { notify } from "./notify.ts";
import { enableManualSurvey, sendSurvey } from "./surveys.ts";

export interface Attempt {
  effect: Effect;
  /** The workspace in force, with its secrets. */
  document: Workspace;
  at: Date;
  traceparent: string | null;
  signal: AbortSignal;
}

export type Perform = (attempt: Attempt) => Promise<Answer>;

export interface Performers {
  botsUrl: string | undefined;
  surveysUrl: string | undefined;
  /** To the two services, whose hosts the operator has configured. */
  services: Outbound;
  /** To the webhook, whose URL an administrator of the workspace has written. */
  webhooks: Outbound;
}

export function createPerform({ botsUrl, surveysUrl, services, webhooks }: Performers): Perform {
  return async ({ effect, document: { integrations }, at, traceparent, signal }) => {
    const bots = { url: botsUrl, token: integrations?.botcenter?.apiToken };
    const surveys = { url: surveysUrl, token: integrations?.timepoints?.apiToken };
    let answer: Answer | undefined;
    async function send(outbound: Outbound, asked: Asked): Promise<void> {
      if ("problem" in asked) answer = { type: "forbidden", problem: asked.problem };
      else
        answer = await outbound.post({
          ...asked,
          headers: { ...asked.headers, ...tracing(traceparent) },
          signal,
        });
    }
    const [result] = await dispatch(
      { effects: [effect] },
      {
        activateBot: (each) => send(services, activateBot(each, bots)),
        terminateBot: (each) => send(services, terminateBot(each, bots)),
        sendSurvey: (each) => send(services, sendSurvey(each, surveys)),
        enableManualSurvey: (each) => send(services, enableManualSurvey(each, surveys)),
        notify: (each) => send(webhooks, notify(each, integrations?.webhook, at)),
      },
    );
    if (answer !== undefined) return answer;
    const why = result?.status === "failed" ? String(result.error) : "it is of a type that is not known here";
    return { type: "forbidden", problem: why };
  };
}

/** The trace of the request that led to the effect goes on at the receiver. */
function tracing(traceparent: string | null): Record<string, string> {
  if (traceparent === null) return {};
  const headers: Record<string, string> = {};
  propagation.inject(propagation.extract(ROOT_CONTEXT, { traceparent }) ?? context.active(), headers);
  return headers;
}
