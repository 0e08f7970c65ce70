/** What is said of several rules together, and of their flaws, held against every event of their world. */
import type { Rule, Workspace } from "ticket-rules";
import { applySuggestion, createAnalyzer, type Finding, lint } from "ticket-rules/analysis";
import { referenceOutcomes } from "ticket-rules/testing";
import type { Random } from "../worlds.ts";
import { changedAt, type Tally } from "./attack.ts";
import { type Crowd, crowdOf, firstOf, withMissing } from "./crowd.ts";
import { ruleOf, type World } from "./world.ts";

type Bits = Uint32Array;
type Fail = (what: string, told: unknown) => void;

export function attackSets(world: World, random: Random, count: number, tally: Tally, fail: Fail): void {
  const complete = world.parts.map((parts) => crowdOf(world.workspace, parts));
  const all = [...complete, ...world.parts.map((parts) => crowdOf(world.workspace, withMissing(parts)))];
  const options = world.horizon === undefined ? {} : { horizon: world.horizon, start: world.horizon.from };
  for (let at = 0; at < count; at++) {
    const rules = Array.from({ length: 7 }, (_, place) => membersOf(world, random, `r${place}`));
    const workspace: Workspace = { ...world.workspace, ...BOTS, rules };
    attackInspection(workspace);
    attackDiff(workspace);
    attackLint(workspace);
  }

  function attackInspection(workspace: Workspace): void {
    const { rules } = workspace;
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    const of = (id: string) => byId.get(id)!;
    const { never, always, duplicates, subsumed, stopped, fights } = createAnalyzer(
      workspace,
      options,
    ).inspect();
    tally.findings += never.length + always.length + duplicates.length + subsumed.length + stopped.length;
    for (const crowd of complete) {
      const is = (what: string, narrow: Bits, wide: Bits, told: unknown) => {
        const place = firstOf(without(narrow, wide), crowd.size);
        if (place !== -1) fail(what, { told, workspace, event: crowd.event(place) });
      };
      const nothing = new Uint32Array(crowd.fires(rules[0]!).length);
      for (const id of never) is("inspect: never", crowd.fires(of(id)), nothing, id);
      for (const id of always)
        if (of(id).trigger === crowd.type) is("inspect: always", full(crowd), crowd.fires(of(id)), id);
      for (const group of duplicates)
        for (const id of group)
          is("inspect: duplicates", crowd.fires(of(group[0]!)), crowd.fires(of(id)), group);
      for (const each of subsumed)
        is("inspect: subsumed", crowd.fires(of(each.rule)), crowd.fires(of(each.by)), each);
      for (const each of stopped)
        is("inspect: stopped", crowd.fires(of(each.rule)), union(crowd, each.by.map(of)), each);
    }
    for (const { rules: pair, event } of fights) {
      const fired = fires(workspace, pair.map(of), event);
      if (!fired.every(Boolean)) fail("inspect: fights", { pair, event, workspace });
    }
  }

  function attackDiff(workspace: Workspace): void {
    const before = workspace.rules.filter(({ integration }) => integration === "webhook").slice(0, 3);
    const after = before.map((rule) =>
      random.below(2) === 0 ? rule : { ...rule, conditions: membersOf(world, random, "x").conditions },
    );
    const { effects, unknown } = createAnalyzer({ ...workspace, rules: before }, options).diff(after);
    if (unknown.length > 0) return;
    for (const crowd of complete) {
      const [old, now] = [union(crowd, before), union(crowd, after)];
      for (const [change, bits] of [
        ["gained", without(now, old)],
        ["lost", without(old, now)],
      ] as const) {
        const place = firstOf(bits, crowd.size);
        if (place !== -1 && !effects.some((each) => each.change === change))
          fail(`diff: ${change}`, { before, after, event: crowd.event(place), workspace });
      }
    }
    for (const { change, event } of effects) {
      const [old, now] = [before, after].map((rules) => fires(workspace, rules, event).some(Boolean));
      if (old !== (change === "lost") || now !== (change === "gained"))
        fail("diff: refused", { before, after, event, change, workspace });
    }
  }

  function attackLint(workspace: Workspace): void {
    const findings = lint(workspace);
    const alone = (finding: Finding) =>
      findings.filter(({ path }) => path[1] === finding.path[1] && path.length > 2).length === 1;
    for (const finding of findings) {
      tally.findings++;
      const { code, path, suggest } = finding;
      const rule = workspace.rules[Number(path[1])]!;
      if (suggest !== undefined && code !== "duplicateRule" && code !== "endsAt2359") {
        const mended = applySuggestion(workspace, finding);
        compareAll(`lint suggests: ${code}`, all, workspace.rules, mended.rules, finding);
      } else if (code === "redundantCondition" && alone(finding)) {
        const fewer = changedAt(rule, path.slice(2), () => undefined);
        for (const crowd of complete) {
          const [was, is] = [verdicts(crowd, rule), verdicts(crowd, fewer)];
          const place = firstOf(
            was.yes.map((word, at) => (word & ~is.yes[at]!) | (was.no[at]! & is.yes[at]!)),
            crowd.size,
          );
          if (place !== -1)
            fail("lint: redundantCondition", { rule, fewer, event: crowd.event(place), ...world.workspace });
        }
      }
      for (const crowd of complete) {
        const fired = crowd.fires(rule);
        const place = (bits: Bits) => firstOf(bits, crowd.size);
        const isTrigger = crowd.type === rule.trigger;
        if (code === "neverFires" && place(fired) !== -1)
          fail("lint: neverFires", { rule, event: crowd.event(place(fired)), ...world.workspace });
        if (code === "alwaysFires" && isTrigger && place(verdicts(crowd, rule).no) !== -1)
          fail("lint: alwaysFires", { rule, ...world.workspace });
        if (code === "duplicateRule") {
          const twins = workspace.rules
            .slice(0, Number(path[1]))
            .filter((other) => other.integration === rule.integration);
          if (!twins.some((other) => String(crowd.fires(other)) === String(fired)))
            fail("lint: duplicateRule", { rule, twins });
        }
        if (code === "shadowedRule") {
          const earlier = workspace.rules
            .slice(0, Number(path[1]))
            .filter(
              (other) => other.integration === rule.integration && (other.stop === true || takesBot(other)),
            );
          if (place(without(fired, union(crowd, earlier))) !== -1)
            fail("lint: shadowedRule", { rule, earlier });
        }
      }
    }
  }

  function compareAll(
    what: string,
    crowds: readonly Crowd[],
    before: Rule[],
    after: Rule[],
    told: unknown,
  ): void {
    for (const crowd of crowds) {
      for (const [at, rule] of before.entries()) {
        const [old, now] = [crowd.fires(rule), crowd.fires(after[at]!)];
        const place = firstOf(
          old.map((word, index) => word ^ now[index]!),
          crowd.size,
        );
        if (place !== -1)
          fail(what, { rule, after: after[at], event: crowd.event(place), told, ...world.workspace });
      }
    }
  }
}

/** Of a rule that is no `or`, where its trigger happens. */
function verdicts(crowd: Crowd, { operator, conditions }: Rule): ReturnType<Crowd["verdicts"]> {
  return crowd.verdicts({ type: "group", operator, conditions });
}

function takesBot({ actions }: Rule): boolean {
  return actions.some(({ type }) => type === "activateBot");
}

function fires(
  workspace: Workspace,
  rules: readonly Rule[],
  event: Parameters<typeof referenceOutcomes>[1],
): boolean[] {
  return rules.map(
    (rule) => referenceOutcomes({ ...workspace, rules: [rule] }, event)[0]?.outcome === "fired",
  );
}

function union(crowd: Crowd, rules: readonly Rule[]): Bits {
  return rules.reduce<Bits>(
    (sum, rule) => sum.map((word, at) => word | crowd.fires(rule)[at]!),
    new Uint32Array(Math.ceil(crowd.size / 32)),
  );
}

function full(crowd: Crowd): Bits {
  return new Uint32Array(Math.ceil(crowd.size / 32)).fill(-1);
}

function without(one: Bits, other: Bits): Bits {
  return one.map((word, at) => word & ~other[at]!);
}

const BOTS: Pick<Workspace, "integrations"> = {
  integrations: {
    webhook: { enabled: true, active: true, url: "https://example.com/hook" },
    botcenter: {
      ...{ enabled: true, active: true, apiToken: "token" },
      bots: ["one", "two"].map((id) => ({ id, name: id, active: true })),
    },
  },
};

/** A rule, and now and then one of a bot, or one that stops those after it. */
function membersOf(world: World, random: Random, id: string): Rule {
  const rule = ruleOf(world, random, id);
  const few = {
    ...rule,
    conditions: rule.conditions.slice(0, 1 + random.below(2)),
    ...(random.below(4) === 0 ? { stop: true } : {}),
  };
  if (random.below(3) > 0) return few;
  return {
    ...few,
    ...{ integration: "botcenter", trigger: "message.received" },
    actions: [{ type: "activateBot", bot: random.pick(["one", "two"]) }],
  };
}
