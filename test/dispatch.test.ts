import { describe, expect, it, vi } from "vitest";
import { compile, dispatch, type Effect, evaluate, type Handlers } from "../src/index.ts";
import { closed, notifyOnClose, survey, workspace } from "./support/workspaces.ts";

const ruleSet = compile(workspace([survey("s-1", {}), survey("s-2", {}), notifyOnClose]));
const decision = evaluate(ruleSet, closed());

function handlers(changes: Partial<Handlers> = {}): Handlers {
  const ignore = () => undefined;
  return {
    activateBot: ignore,
    terminateBot: ignore,
    sendSurvey: ignore,
    enableManualSurvey: ignore,
    notify: ignore,
    ...changes,
  };
}

/** A clock that tests turn. */
function manualTimer() {
  const waiting = new Map<number, () => void>();
  let next = 1;
  return {
    waiting,
    timer: {
      setTimeout: (callback: () => void) => {
        waiting.set(next, callback);
        return next++;
      },
      clearTimeout: (handle: number) => void waiting.delete(handle),
    },
    ring() {
      for (const callback of waiting.values()) callback();
    },
  };
}

describe("dispatch", () => {
  it("runs one handler after another, in the order of effects, and tells what each gave", async () => {
    const order: string[] = [];
    const slow = async (effect: Effect) => {
      order.push(`start ${effect.key}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(`end ${effect.key}`);
      return effect.key.length;
    };
    const results = await dispatch(decision, handlers({ sendSurvey: slow, notify: slow }));
    expect(order).toEqual(decision.effects.flatMap(({ key }) => [`start ${key}`, `end ${key}`]));
    expect(results.map(({ status }) => status)).toEqual(["done", "done", "done"]);
    expect(results.map((result) => result.status === "done" && result.value)).toEqual(
      decision.effects.map(({ key }) => key.length),
    );
  });

  it("loses no effect to a handler that throws, rejects, or throws what is no error", async () => {
    const notify = vi.fn();
    let calls = 0;
    const sendSurvey = () => {
      calls++;
      if (calls === 1) throw "not an error";
      return Promise.reject(new Error("502"));
    };
    const results = await dispatch(decision, handlers({ sendSurvey, notify }));
    expect(results.map(({ status }) => status)).toEqual(["failed", "failed", "done"]);
    expect(results[0]).toMatchObject({ error: "not an error" });
    expect(results[1]).toMatchObject({ error: new Error("502") });
    expect(notify).toHaveBeenCalledOnce();
  });

  it("gives up a handler that never settles, tells it so, and goes on", async () => {
    const clock = manualTimer();
    const signals: { aborted: boolean }[] = [];
    const notify = vi.fn();
    const running = dispatch(
      decision,
      handlers({
        sendSurvey: (_, { signal }) => {
          signals.push(signal);
          return new Promise(() => {});
        },
        notify,
      }),
      { timeoutMs: 1000, timer: clock.timer },
    );
    for (let turn = 0; turn < 10; turn++) {
      await Promise.resolve();
      clock.ring();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await running).map(({ status }) => status)).toEqual(["timedOut", "timedOut", "done"]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(notify).toHaveBeenCalledOnce();
  });

  it("leaves no timer behind when handlers are in time", async () => {
    const clock = manualTimer();
    await dispatch(decision, handlers(), { timeoutMs: 1000, timer: clock.timer });
    expect(clock.waiting.size).toBe(0);
  });

  it("takes the platform's own timers", async () => {
    const results = await dispatch(decision, handlers({ sendSurvey: () => new Promise(() => {}) }), {
      timeoutMs: 5,
      timer: { setTimeout, clearTimeout },
    });
    expect(results.map(({ status }) => status)).toEqual(["timedOut", "timedOut", "done"]);
  });

  it("does nothing at all with a timeout and no clock, rather than let a host believe in it", async () => {
    const notify = vi.fn();
    const results = await dispatch(decision, handlers({ notify }), { timeoutMs: 5 } as never);
    expect(results.map(({ status }) => status)).toEqual(["failed", "failed", "failed"]);
    expect(results[0]).toMatchObject({ error: expect.any(TypeError) });
    expect(notify).not.toHaveBeenCalled();
  });

  it("takes Infinity for no limit, and what is no decision for one without effects", async () => {
    const options = { timeoutMs: Number.POSITIVE_INFINITY, timer: { setTimeout, clearTimeout } };
    expect((await dispatch(decision, handlers(), options)).map(({ status }) => status)).toEqual([
      "done",
      "done",
      "done",
    ]);
    for (const nothing of [null, undefined, {}, { effects: 3 }])
      expect(await dispatch(nothing as never, handlers())).toEqual([]);
  });

  it("is not upset by a clock that throws", async () => {
    const refuse = () => {
      throw new Error("no timers here");
    };
    const setting = await dispatch(decision, handlers(), {
      timeoutMs: 5,
      timer: { setTimeout: refuse, clearTimeout: refuse },
    });
    expect(setting.map(({ status }) => status)).toEqual(["failed", "failed", "failed"]);
    const clearing = await dispatch(decision, handlers(), {
      timeoutMs: 5,
      timer: { setTimeout: () => 1, clearTimeout: refuse },
    });
    expect(clearing.map(({ status }) => status)).toEqual(["done", "done", "done"]);
  });

  it("tells that an effect has no handler, whatever JavaScript hands over", async () => {
    const partial = { notify: () => "sent" } as unknown as Handlers;
    expect((await dispatch(decision, partial)).map(({ status }) => status)).toEqual([
      "unhandled",
      "unhandled",
      "done",
    ]);
    const odd = {
      effects: [
        { ...decision.effects[0], type: "constructor" },
        { ...decision.effects[0], type: "toString" },
      ],
    };
    expect((await dispatch(odd as never, handlers())).map(({ status }) => status)).toEqual([
      "unhandled",
      "unhandled",
    ]);
  });

  it("calls handlers as methods of their object", async () => {
    class Host {
      sent: string[] = [];
      activateBot() {}
      terminateBot() {}
      enableManualSurvey() {}
      sendSurvey() {}
      notify(effect: Effect) {
        this.sent.push(effect.key);
      }
    }
    const host = new Host();
    await dispatch(decision, host);
    expect(host.sent).toEqual(["evt-2:notify"]);
  });
});
