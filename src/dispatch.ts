import type { Decision, Effect } from "./decision.ts";

/** The platform's AbortSignal where there is one, as `fetch` takes it; else what is used of it. */
export type Signal = typeof globalThis extends { AbortSignal: { prototype: infer Platform } }
  ? Platform
  : { readonly aborted: boolean; readonly reason: unknown };

/** What a handler is given besides its effect. */
export interface HandlerContext {
  /** Aborted when the handler's time is up. Pass it on to `fetch`. */
  readonly signal: Signal;
}

/** The host's functions, one for each type of effect: a forgotten one does not compile. */
export type Handlers = {
  readonly [Type in Effect["type"]]: (
    effect: Extract<Effect, { type: Type }>,
    context: HandlerContext,
  ) => unknown;
};

/** Where timeouts come from: `{ setTimeout, clearTimeout }` of the host, or a test's. */
export interface Timer {
  readonly setTimeout: (callback: () => void, ms: number) => unknown;
  readonly clearTimeout: (handle: never) => void;
}

/** Settings of `dispatch`: how long a handler may take, and whose clock says so. Absent: as long as it takes. */
export type DispatchOptions =
  | { readonly timeoutMs: number; readonly timer: Timer }
  | { readonly timeoutMs?: undefined; readonly timer?: Timer | undefined };

/** How one effect fared. */
export type DispatchResult =
  | { effect: Effect; status: "done"; value: unknown }
  | { effect: Effect; status: "failed"; error: unknown }
  | { effect: Effect; status: "timedOut" }
  | { effect: Effect; status: "unhandled" };

/**
 * Runs the host's handlers for the effects of a decision, one after another in order, since all belong to one
 * ticket. A handler that throws, rejects or takes too long costs its own effect and no other; without a timeout a
 * handler that never settles holds up those behind it. Never rejects; never retries: that belongs to the host's
 * queue, which has the key. Delayed effects are handed over at once: their handler schedules them.
 */
export async function dispatch(
  decision: Pick<Decision, "effects">,
  handlers: Handlers,
  options: DispatchOptions = {},
): Promise<DispatchResult[]> {
  const results: DispatchResult[] = [];
  // Never rejects, whatever JavaScript hands over.
  const effects: readonly Effect[] = Array.isArray(decision?.effects) ? decision.effects : [];
  for (const effect of effects) {
    results.push(
      await dispatchOne(effect, handlers, options).catch((error) => ({ effect, status: "failed", error })),
    );
  }
  return results;
}

async function dispatchOne(
  effect: Effect,
  handlers: Handlers,
  { timeoutMs, timer }: DispatchOptions,
): Promise<DispatchResult> {
  const handler = handlerFor(effect, handlers);
  if (handler === undefined) return { effect, status: "unhandled" };
  if (timeoutMs !== undefined && (timer === undefined || !(timeoutMs >= 0))) {
    // The types forbid it; a JavaScript host must not believe that it has a timeout.
    const error = new TypeError(
      "`timeoutMs` is no number of milliseconds, or has no `timer` { setTimeout, clearTimeout }",
    );
    return { effect, status: "failed", error };
  }
  const controller = new AbortController();
  const work = attempt(effect, () => handler(effect, { signal: controller.signal }));
  if (timeoutMs === undefined || timer === undefined || timeoutMs > LONGEST_TIMEOUT) return work;
  // Taken out of the object: a browser's setTimeout refuses to be a method of anything else.
  const { setTimeout, clearTimeout } = timer;
  return new Promise((resolve) => {
    const handle = setTimeout(() => {
      resolve({ effect, status: "timedOut" });
      controller.abort();
    }, timeoutMs);
    void work
      .then((result) => {
        resolve(result);
        clearTimeout(handle as never);
      })
      .catch(() => undefined);
  });
}

/** What timers can count, about 25 days; they take more for nothing at all. So `Infinity` is no limit. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

async function attempt(effect: Effect, work: () => unknown): Promise<DispatchResult> {
  try {
    return { effect, status: "done", value: await work() };
  } catch (error) {
    return { effect, status: "failed", error };
  }
}

const EFFECT_TYPES: { readonly [Type in Effect["type"]]: true } = {
  activateBot: true,
  terminateBot: true,
  sendSurvey: true,
  enableManualSurvey: true,
  notify: true,
};

/** The handler of an effect, if there is one: what JavaScript and stored decisions hand over may not be what types say. */
function handlerFor(
  effect: Effect,
  handlers: Handlers,
): ((effect: Effect, context: HandlerContext) => unknown) | undefined {
  if (!Object.hasOwn(EFFECT_TYPES, effect.type)) return undefined;
  const handler: unknown = handlers[effect.type];
  // Handlers are looked up by the type of the effect they are given.
  return typeof handler === "function" ? (handler.bind(handlers) as (effect: Effect) => unknown) : undefined;
}

/** The part of the platform's AbortController that is used. */
declare const AbortController: new () => { readonly signal: Signal; abort(): void };
