/** All rules together: loops, each step with its event; and what a fault in one section leaves. */
import { compile, evaluate, type Rule, type Workspace } from "ticket-rules";
import { createAnalyzer } from "ticket-rules/analysis";
import { describe, expect, test } from "vitest";
import { violations } from "../axe.ts";
import { useBrowser } from "../browser.ts";
import { inbox } from "../inbox.ts";
import { eventOf, fired, inspectAll, openProve } from "./steps.ts";

const { open } = useBrowser();

const starts: Rule = {
  id: "uno",
  name: "Bot si no hay nadie",
  active: true,
  integration: "botcenter",
  trigger: "message.received",
  operator: "and",
  conditions: [{ type: "unassigned" }],
  actions: [{ type: "activateBot", bot: "bot-lead" }],
};
const ends: Rule = {
  ...starts,
  id: "dos",
  name: "Terminar si hay alguien",
  operator: "not",
  actions: [{ type: "terminateBot" }],
};
const looping: Workspace = { ...inbox, rules: [starts, ends] };

describe("rules that go round", () => {
  test("are shown step by step, and each event can be tried", async () => {
    const page = await openProve(open, looping);
    await inspectAll(page);
    const loop = page.locator(".loop");
    expect(await loop.count()).toBe(1);
    expect(await page.getByText("Nada: no chocan").count()).toBe(0);
    const steps = loop.locator(".loop-step");
    expect(await steps.nth(0).innerText()).toMatch(
      /Llega un mensaje: «Bot si no hay nadie» activa un bot[\s\S]*y el cliente responde/,
    );
    expect(await steps.nth(1).innerText()).toMatch(
      /Llega un mensaje: «Terminar si hay alguien» termina el bot[\s\S]*y el cliente responde, de vuelta al primer paso/,
    );
    expect(await loop.innerText()).toContain("responda lo que responda el cliente");
    for (const [at, { id }] of looping.rules.entries()) {
      await steps.nth(at).getByRole("button", { name: "Probar este evento" }).click();
      expect(evaluate(compile(looping), await eventOf(page)).effects[0]?.rules).toEqual([id]);
      expect(await fired(page)).toEqual([id]);
      await page.getByRole("tab", { name: "Demostrar" }).click();
    }
  });

  test("only on some answers: that is said, in English too", async () => {
    const asked: Rule = {
      ...ends,
      operator: "and",
      conditions: [{ type: "messageContains", words: ["baja"] }],
    };
    const page = await openProve(open, { ...inbox, rules: [starts, asked] });
    await inspectAll(page);
    await page.getByText("Da vueltas si el cliente responde como en estos eventos.").waitFor();
    await page.getByText("EN", { exact: true }).click();
    const loop = page.locator(".loop");
    expect(await loop.innerText()).toMatch(
      /A message arrives: “Bot si no hay nadie” activates a bot[\s\S]*and the customer answers[\s\S]*back to the first step/,
    );
    expect(await loop.innerText()).toContain("It goes round if the customer answers as in these events.");
    await page.getByRole("heading", { name: "Possible loops" }).waitFor();
  });

  test("rules that do not are called clean", async () => {
    const page = await openProve(open, { ...inbox, rules: [starts] });
    await inspectAll(page);
    await page.getByText("Nada: no chocan, no se repiten, no sobran, no dan vueltas.").waitFor();
    expect(await page.locator(".loop").count()).toBe(0);
  });

  test("as many as the analyzer finds; axe finds nothing against them, on a phone in English", async () => {
    const page = await openProve(open, inbox, {
      bypassCSP: true,
      viewport: { width: 360, height: 900 },
    });
    await page.getByText("EN", { exact: true }).click();
    await inspectAll(page);
    const { possibleLoops } = createAnalyzer(inbox).inspect();
    expect(possibleLoops.length).toBeGreaterThan(0);
    expect(await page.locator(".loop").count()).toBe(possibleLoops.length);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
  });
});

describe("a fault in one section", () => {
  test("leaves the others, and the same can be tried again", async () => {
    const page = await openProve(open, inbox, {
      before: () => {
        const { format } = Intl.ListFormat.prototype;
        Intl.ListFormat.prototype.format = function (this: Intl.ListFormat, list) {
          if ("isBroken" in globalThis) throw new Error("lists are broken");
          return format.call(this, list);
        };
      },
    });
    await page.evaluate(() => Object.assign(globalThis, { isBroken: true }));
    await page.getByRole("button", { name: "Revisar todas juntas" }).click();
    await page.getByText("lists are broken").waitFor();
    for (const name of ["Cada regla", "Comparar dos reglas", "Todas juntas", "Antes y después"]) {
      expect(await page.getByRole("heading", { name, exact: true }).count(), name).toBe(1);
    }
    expect(await page.getByRole("button", { name: "Revisar todas juntas" }).count()).toBe(1);
    await page.evaluate(() => Reflect.deleteProperty(globalThis, "isBroken"));
    await page.getByRole("button", { name: "Intentar de nuevo" }).click();
    await page.getByTestId("inspection").waitFor();
    expect(await page.getByText("lists are broken").count()).toBe(0);
  });
});
