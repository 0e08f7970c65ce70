import { describe, expect, it } from "vitest";
import { withBreaker } from "../../src/outbound/breaker.ts";
import type { Answer, Outbound } from "../../src/outbound/outbound.ts";

const answered: Answer = { type: "answered", status: 500, retryAfter: null, excerpt: "" };
const unanswered: Answer = { type: "unanswered", problem: "no answer within 15000 ms" };

/** A receiver whose answers are given one by one, and a clock. */
function scene() {
  let time = 0;
  let next = unanswered;
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  let isHolding = false;
  const outbound: Outbound = {
    async post({ url }) {
      asked.push(url);
      if (isHolding) await new Promise<void>((resolve) => waiting.push(resolve));
      return next;
    },
    close: async () => undefined,
  };
  const breaker = withBreaker(outbound, { failures: 3, restMs: 1_000, now: () => time });
  return {
    asked,
    post: (url = "https://one.example.com/a", signal?: AbortSignal) =>
      breaker.post({ url, headers: {}, body: "", ...(signal === undefined ? {} : { signal }) }),
    answer: (answer: Answer) => {
      next = answer;
    },
    pass: (ms: number) => {
      time += ms;
    },
    hold: () => {
      isHolding = true;
    },
    release: () => {
      isHolding = false;
      for (const resume of waiting.splice(0)) resume();
    },
  };
}

describe("a receiver that did not answer three times in a row", () => {
  it("is left alone for a while, and is not asked meanwhile", async () => {
    const { post, asked, pass } = scene();
    for (const _ of [1, 2, 3]) expect(await post()).toBe(unanswered);
    pass(999);
    expect(await post()).toEqual({
      type: "unanswered",
      problem: "not tried: 3 requests in a row had no answer",
    });
    expect(asked).toHaveLength(3);
  });

  it("is tried by one request after that, while the others wait", async () => {
    const { post, asked, pass, hold, release, answer } = scene();
    for (const _ of [1, 2, 3]) await post();
    pass(1_000);
    hold();
    const trial = post();
    expect(await post()).toMatchObject({ problem: expect.stringContaining("not tried") });
    expect(asked).toHaveLength(4);
    answer(answered);
    release();
    expect(await trial).toBe(answered);
    expect(await post()).toBe(answered);
  });

  it("rests again when it does not answer then", async () => {
    const { post, asked, pass } = scene();
    for (const _ of [1, 2, 3]) await post();
    pass(1_000);
    await post();
    await post();
    expect(asked).toHaveLength(4);
  });

  it("is no other receiver", async () => {
    const { post, asked } = scene();
    for (const _ of [1, 2, 3]) await post();
    await post("https://other.example.com/a");
    await post("https://one.example.com/b");
    expect(asked.at(-1)).toBe("https://other.example.com/a");
  });
});

it("any answer counts as one, and a request that we broke off as none", async () => {
  const { post, asked, answer } = scene();
  for (const _ of [1, 2]) await post();
  answer(answered);
  await post();
  answer(unanswered);
  for (const _ of [1, 2]) await post();
  for (const _ of [1, 2, 3]) await post(undefined, AbortSignal.abort());
  await post();
  expect(asked).toHaveLength(9);
});
