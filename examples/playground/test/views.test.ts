/** What trying, proving and scenarios have in common: nothing moves by itself, hostile text is text, keys suffice. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { useBrowser } from "./browser.ts";
import { hostileDocument } from "./documents.ts";
import { inbox, inboxScenarios } from "./inbox.ts";

const { open } = useBrowser();

const TABS = ["Probar", "Demostrar", "Escenarios"];

const HOSTILE = `<img src=x onerror="globalThis.broken = 1">\u202E\n\n  - ${"w".repeat(300)}`;

const hostileEvent = {
  id: "__proto__",
  type: "constructor",
  at: "2026-03-16T11:30:00-03:00",
  ticket: {
    id: HOSTILE,
    account: "__proto__",
    customer: HOSTILE,
    assignee: { type: "human", id: HOSTILE },
    classification: JSON.parse('{"__proto__": "x", "constructor": ["toString"]}'),
    activeBot: "hasOwnProperty",
  },
  message: { text: HOSTILE },
  surveys: [{ customer: HOSTILE, at: "2026-03-16T11:30:00Z", status: "sent" }],
};

/** How much of the page moved that nobody had touched. */
function watchShifts(page: Page): Promise<void> {
  return page.evaluate(() => {
    const all = globalThis as unknown as { shifted: number };
    all.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) all.shifted += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift" });
  });
}

describe("nothing moves by itself", () => {
  test.each([1280, 360])("while answers come, at %i px", async (width) => {
    const kept = { document: inbox, scenarios: inboxScenarios };
    const page = await open({ kept, viewport: { width, height: 900 } });
    await watchShifts(page);
    for (const name of TABS) {
      // Not by the mouse: what moves after a click is not counted.
      await page.getByRole("tab", { name }).evaluate((tab) => (tab as HTMLElement).click());
      if (name === "Demostrar") await page.getByText(/^Respondidas:/).waitFor();
      if (name === "Escenarios") await page.getByTestId("totals").getByText("35 pasan").waitFor();
      await page.waitForTimeout(300);
    }
    expect(await page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted)).toBeLessThan(
      0.02,
    );
  });
});

describe("hostile text", () => {
  test.each([1280, 360])("is text, and fits, at %i px", async (width) => {
    const scenarios = {
      schemaVersion: 1,
      scenarios: [
        { name: HOSTILE, recorded: hostileEvent, expect: { fired: ["__proto__", HOSTILE], effects: [] } },
        { name: 5, expect: [] },
      ],
    };
    const kept = { document: hostileDocument, event: hostileEvent, scenarios };
    const page = await open({ kept, viewport: { width, height: 900 }, bypassCSP: true });
    for (const name of TABS) {
      await page.getByRole("tab", { name }).click();
      if (name === "Demostrar") await page.getByText(/^Respondida/).waitFor();
      if (name === "Escenarios") await page.getByTestId("totals").getByText("2 fallan").waitFor();
      expect(await violations(page), name).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(
        width,
      );
    }
    expect(await page.evaluate(() => "broken" in globalThis || "broken" in Object.prototype)).toBe(false);
  });
});

describe("keys suffice", () => {
  test("to try a sample, move the clock, save a scenario and run all", async () => {
    const page = await open({ kept: { document: inbox } });
    const reach = async (isThere: () => Promise<boolean>, most = 60) => {
      for (let press = 0; press < most; press++) {
        if (await isThere()) return;
        await page.keyboard.press("Tab");
      }
      throw new Error("not reached with the Tab key");
    };
    const focused = (selector: string) => () =>
      page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
    await reach(focused('[role="tab"]'));
    await page.keyboard.press("ArrowRight");
    await page.getByRole("tabpanel", { name: "Probar" }).waitFor();
    await reach(focused(".sample"));
    await page.keyboard.press("Enter");
    await reach(focused('[role="slider"]'), 80);
    const before = await page.getByRole("slider").getAttribute("aria-valuetext");
    await page.keyboard.press("PageUp");
    expect(await page.getByRole("slider").getAttribute("aria-valuetext")).not.toBe(before);
    const onSave = () =>
      page.evaluate(() => document.activeElement?.textContent?.trim() === "Guardar como escenario");
    await reach(onSave);
    await page.keyboard.press("Enter");
    await page.getByText(/^Escenario guardado/).waitFor();
    for (let press = 0; press < 80; press++) {
      if (await focused('[role="tab"]')()) break;
      await page.keyboard.press("Shift+Tab");
    }
    await page.keyboard.press("End");
    await page.getByTestId("totals").getByText("1 pasa").waitFor();
  });
});
