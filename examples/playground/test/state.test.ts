/** The state of the page by itself, without a browser. */
import { Rule } from "ticket-rules";
import { beforeEach, describe, expect, test } from "vitest";
import { allowedFor, integrationNames, operators } from "../src/state/allowed.ts";
import { insert, moveItem, put, removeItem } from "../src/state/change.ts";
import { document, edit, redo, redoLabel, undo, undoLabel } from "../src/state/document.ts";
import { emptyDocument, startingDocument } from "../src/state/examples.ts";
import { keyOf } from "../src/state/identity.ts";
import { at, type JsonObject, listOf } from "../src/state/json.ts";
import { issues, rulePlaces, workspace } from "../src/state/loaded.ts";
import { PLACEHOLDER, withPlaceholders } from "../src/state/placeholders.ts";
import { hashOf, sharedIn } from "../src/state/share.ts";
import { documentOf, hostileDocument } from "./documents.ts";

const asDocument = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

describe("what an integration allows is what the library says", () => {
  test("integrations and operators", () => {
    expect(integrationNames).toEqual(["botcenter", "timepoints", "webhook"]);
    expect(operators).toEqual(["and", "or", "not"]);
  });

  test.each(integrationNames)("%s: the strict schema takes what is offered", (integration) => {
    const { triggers, conditions, actions, manyActions } = allowedFor(integration);
    expect(conditions).toContain("group");
    expect(manyActions).toBe(integration === "botcenter");
    for (const trigger of triggers) {
      const rule = {
        id: "r",
        name: "r",
        active: true,
        operator: "and",
        conditions: [],
        integration,
        trigger,
      };
      const operands = { bot: "b", survey: 1 };
      for (const type of actions) {
        const keys = { activateBot: ["bot"], sendSurvey: ["survey"] }[type] ?? [];
        const own = Object.fromEntries(Object.entries(operands).filter(([key]) => keys.includes(key)));
        expect(Rule.safeParse({ ...rule, actions: [{ type, ...own }] }).error).toBeUndefined();
      }
    }
  });

  test("an unknown integration allows nothing, whatever its name", () => {
    for (const name of ["slack", "__proto__", "constructor", ""])
      expect(allowedFor(name).conditions).toEqual([]);
  });
});

describe("changes", () => {
  test("share what is beside the path, and change nothing in place", () => {
    const before = asDocument(documentOf(3));
    const copy = structuredClone(before);
    const after = put(before, ["rules", 1, "name"], "other");
    expect(at(after, ["rules", 1, "name"])).toBe("other");
    expect(at(after, ["rules", 0])).toBe(at(before, ["rules", 0]));
    expect(before).toEqual(copy);
  });

  test("of `__proto__` make an own key and reach no prototype", () => {
    const after = put({}, ["__proto__", "polluted"], true);
    expect(Object.hasOwn(after, "__proto__")).toBe(true);
    expect("polluted" in {}).toBe(false);
  });

  test("of lists put in, take out and move", () => {
    const of = (list: number[]) => ({ list });
    expect(insert(of([1, 2]), ["list"], 1, 9)).toEqual(of([1, 9, 2]));
    expect(removeItem(of([1, 2]), ["list"], 0)).toEqual(of([2]));
    expect(moveItem(of([1, 2, 3]), ["list"], 0, 2)).toEqual(of([2, 3, 1]));
    expect(moveItem(of([1, 2, 3]), ["list"], 7, 0)).toEqual(of([1, 2, 3]));
    expect(insert({ list: "none" }, ["list"], 0, 1)).toEqual(of([1]));
  });
});

describe("the history", () => {
  beforeEach(() => {
    edit("begin", () => asDocument(documentOf(3)));
  });

  test("undoes and does again, by the label of the edit", () => {
    const before = document.value;
    edit("rename", (now) => put(now, ["rules", 0, "name"], "x"));
    expect(undoLabel.value).toBe("rename");
    undo();
    expect(document.value).toBe(before);
    expect(redoLabel.value).toBe("rename");
    redo();
    expect(at(document.value, ["rules", 0, "name"])).toBe("x");
    undo();
    edit("another", (now) => put(now, ["rules", 1, "name"], "y"));
    expect(redoLabel.value).toBeUndefined();
  });

  test("takes the letters of a word for one step, and another field for another", () => {
    const typed = (place: number, text: string) =>
      edit("type", (now) => put(now, ["rules", place, "name"], text), `name ${place}`);
    for (const text of ["a", "ab", "abc"]) typed(0, text);
    typed(1, "z");
    undo();
    expect(at(document.value, ["rules", 0, "name"])).toBe("abc");
    undo();
    expect(at(document.value, ["rules", 0, "name"])).toBe("Regla número 0");
  });

  test("a rule keeps its key while it is edited, moved and undone; a copy has one of its own", () => {
    const keys = () => listOf(document.value.rules).map(keyOf);
    const [a, b, c] = keys();
    edit("rename", (now) => put(now, ["rules", 1, "name"], "x"));
    expect(keys()).toEqual([a, b, c]);
    edit("move", (now) => moveItem(now, ["rules"], 0, 2));
    expect(keys()).toEqual([b, c, a]);
    edit("copy", (now) => insert(now, ["rules"], 1, structuredClone(at(now, ["rules", 0]) ?? null)));
    expect(keys().filter((key) => [a, b, c].includes(key))).toEqual([b, c, a]);
    expect(new Set(keys()).size).toBe(4);
    undo();
    undo();
    undo();
    expect(keys()).toEqual([a, b, c]);
  });
});

describe("what loads of a document", () => {
  test("is what is valid, with the places that it came from; the rest is told", () => {
    edit("hostile", () => asDocument(hostileDocument));
    expect(workspace.value.rules.map(({ id }) => id)).toEqual(["rtl"]);
    expect(rulePlaces.value).toEqual([2]);
    expect(workspace.value.accounts?.map(({ id }) => id)).toEqual(["__proto__", "constructor", "acc-wsp"]);
    expect(new Set(issues.value.map(({ path }) => path[0]))).toEqual(new Set([undefined, "rules"]));
  });

  test.each([[{}], [{ rules: {} }], [{ rules: [], accounts: 7, integrations: [] }], [{ timeZone: "Marte" }]])(
    "of %j is a workspace all the same",
    (value) => {
      edit("broken", () => asDocument(value));
      expect(workspace.value).toMatchObject({ schemaVersion: 1, timeZone: "UTC", rules: [] });
      expect(issues.value.length).toBeGreaterThan(0);
    },
  );

  test("the page begins without an issue", () => {
    for (const begin of [startingDocument, emptyDocument]) {
      edit("begin", () => begin);
      expect(issues.value).toEqual([]);
    }
  });
});

describe("a link", () => {
  test("brings back what it was made of, without secrets", async () => {
    const shared = {
      document: asDocument(documentOf(20)),
      event: { id: "ñandú 👍🏽" },
      scenarios: undefined,
    };
    const hash = await hashOf(shared);
    expect(hash.length).toBeLessThan(2500);
    const back = await sharedIn(hash);
    expect(back?.event).toEqual({ id: "ñandú 👍🏽" });
    expect(listOf(back?.document.rules)).toHaveLength(20);
    expect(JSON.stringify(back)).not.toMatch(/token-secreto|whsec_secreto/);
    const filled = withPlaceholders(back?.document ?? {});
    expect(filled.count).toBe(2);
    expect(at(filled.document, ["integrations", "botcenter", "apiToken"])).toBe(PLACEHOLDER);
  });

  test("of another kind is none, and a broken one is refused", async () => {
    expect(await sharedIn("")).toBeUndefined();
    expect(await sharedIn("#content")).toBeUndefined();
    for (const broken of ["#w=", "#w=!", "#w=AAAA", `#w=${btoa("{}")}`])
      await expect(sharedIn(broken)).rejects.toThrow();
  });

  test("that would unpack to more than a workspace can be is refused", async () => {
    const hash = await hashOf({ document: { "x-filler": "a".repeat(33 * 1024 * 1024) } });
    expect(hash.length).toBeLessThan(100_000);
    await expect(sharedIn(hash)).rejects.toThrow("the link holds too much");
  });
});
