/** Scenarios in the page: saved as shown, run, failing with what differs, and what they reach. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { coverage, ScenarioFile } from "ticket-rules/testing";
import { describe, expect, test } from "vitest";
import { violations } from "../axe.ts";
import { useBrowser } from "../browser.ts";
import { inbox, inboxScenarios } from "../inbox.ts";

const { open } = useBrowser();

const show = (page: Page, name: string) => page.getByRole("tab", { name }).click();

/** The rule `lead-bot` for another account. */
const broken = {
  ...inbox,
  rules: inbox.rules.map((rule) =>
    rule.id === "lead-bot" ? { ...rule, conditions: [{ type: "account", is: "acc-ig" }] } : rule,
  ),
};

async function totals(page: Page, passed: string, failed: string): Promise<void> {
  const status = page.getByTestId("totals");
  await status.getByText(passed).waitFor();
  await status.getByText(failed).waitFor();
}

describe("a scenario", () => {
  test("is saved as shown, passes, and fails once its rule is broken", async () => {
    const page = await open();
    await show(page, "Probar");
    await page.getByRole("button", { name: "Guardar como escenario" }).click();
    await show(page, "Escenarios");
    await totals(page, "1 pasa", "0 fallan");

    await show(page, "Reglas");
    await page
      .locator(".rule", { hasText: "Lead bot para tickets" })
      .getByRole("checkbox", { name: "Activa" })
      .click();
    await show(page, "Escenarios");
    await page.getByRole("button", { name: "Ejecutar todos" }).click();
    await totals(page, "0 pasan", "1 falla");
    const card = page.locator(".scenario-failed");
    expect(await card.locator(".differences").innerText()).toContain(
      "se esperaba que la regla `lead-bot` se disparara",
    );

    await card.getByRole("button", { name: "Aceptar lo de ahora" }).click();
    await totals(page, "1 pasa", "0 fallan");
  });

  test("of the support inbox: one rule broken, what differs is told in words", async () => {
    const page = await open({ kept: { document: broken, scenarios: inboxScenarios } });
    await show(page, "Escenarios");
    await totals(page, "33 pasan", "2 fallan");
    const [first] = await page.locator(".scenario-failed").all();
    await first?.getByRole("button", { name: "Qué salió, y por qué" }).click();
    expect(await first?.innerText()).toContain("no se disparó, porque la cuenta es «Wsp empresa - Whatsapp»");
    await first?.getByRole("button", { name: /^Probar/ }).click();
    expect(await page.getByRole("tab", { name: "Probar" }).getAttribute("aria-selected")).toBe("true");
  });

  test("is renamed and removed; two of one name are told", async () => {
    const scenario = { name: "uno", expect: { fired: [] } };
    const page = await open({
      kept: {
        document: inbox,
        scenarios: { schemaVersion: 1, scenarios: [scenario, { ...scenario, name: "dos" }] },
      },
    });
    await show(page, "Escenarios");
    await totals(page, "0 pasan", "2 fallan");
    await page.getByLabel("Nombre del escenario 2").fill("uno");
    await page.getByText("el nombre está repetido").first().waitFor();
    await page.getByRole("button", { name: "Eliminar el escenario: uno" }).first().click();
    await totals(page, "0 pasan", "1 falla");
  });
});

describe("the scenario file", () => {
  test("goes out and comes back in the same", async () => {
    const page = await open({ kept: { document: inbox, scenarios: inboxScenarios } });
    await show(page, "Escenarios");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Exportar" }).click(),
    ]);
    const json = await readFile(await download.path(), "utf8");
    expect(JSON.parse(json)).toEqual(inboxScenarios);
    expect(ScenarioFile.safeParse(JSON.parse(json)).success).toBe(true);

    const other = await open({ kept: { document: inbox } });
    await show(other, "Escenarios");
    await other.getByText("Todavía no hay escenarios").waitFor();
    const [chooser] = await Promise.all([
      other.waitForEvent("filechooser"),
      other.getByRole("button", { name: "Importar…" }).click(),
    ]);
    await chooser.setFiles(await download.path());
    await totals(other, "35 pasan", "0 fallan");
  });

  test("what is no scenario file is refused; a malformed scenario fails alone", async () => {
    const page = await open({ kept: { document: inbox } });
    await show(page, "Escenarios");
    const choose = async (text: string) => {
      const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: "Importar…" }).click(),
      ]);
      await chooser.setFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
    };
    await choose("{");
    await page.getByText("El archivo no es JSON.").waitFor();
    await choose('{"rules": []}');
    await page.getByText("El archivo no tiene una lista «scenarios».").waitFor();
    const hostile = {
      name: '<img src=x onerror="globalThis.broken=1">\n\n  - falso',
      expect: { outcomes: { __proto__x: "fired" } },
    };
    await choose(
      JSON.stringify([
        hostile,
        7,
        { name: "bueno", event: { at: "2026-03-16T11:30:00-03:00" }, expect: { suppressed: [] } },
      ]),
    );
    await totals(page, "1 pasa", "2 fallan");
    expect(await page.evaluate(() => "broken" in globalThis)).toBe(false);
  });
});

describe("scenarios that are there", () => {
  const named = (name: string) => ({
    name,
    event: { at: "2026-03-16T11:30:00-03:00" },
    expect: { suppressed: [] },
  });
  const kept = { scenarios: { schemaVersion: 1, scenarios: [named("uno"), named("dos")] } };
  const names = (page: Page) =>
    page.locator(".scenario").evaluateAll((cards) => cards.map((card) => card.getAttribute("data-scenario")));

  test("stay when a file is imported: those of it come after them, and can be undone", async () => {
    const page = await open({ kept });
    await show(page, "Escenarios");
    await totals(page, "2 pasan", "0 fallan");
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Importar…" }).click(),
    ]);
    const text = JSON.stringify([
      named("uno"),
      { ...named("dos"), event: { at: "2026-03-17T11:30:00-03:00" } },
      named("tres"),
    ]);
    await chooser.setFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await page.getByText("Se añadieron 2 escenarios a los que había. Uno lleva un número").waitFor();
    await totals(page, "4 pasan", "0 fallan");
    expect(await names(page)).toEqual(["uno", "dos", "dos (2)", "tres"]);
    await page.getByRole("button", { name: "Deshacer: Importar escenarios" }).click();
    await totals(page, "2 pasan", "0 fallan");
  });

  test("are deleted, renamed and added as edits that can be undone, with the focus on the next", async () => {
    const page = await open({ kept });
    await show(page, "Escenarios");
    await totals(page, "2 pasan", "0 fallan");
    await page.getByRole("button", { name: "Eliminar el escenario: uno" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Hecho: Eliminar el escenario: uno. Con «Deshacer» vuelve.").waitFor();
    await totals(page, "1 pasa", "0 fallan");
    expect(await page.evaluate(() => document.activeElement?.closest("li")?.dataset.scenario)).toBe("dos");
    await page.getByLabel("Nombre del escenario 1").fill("otro");
    await page.getByLabel("Nombre del escenario 1").press("Control+z");
    expect(await names(page)).toEqual(["dos"]);
    await page.keyboard.press("Control+z");
    await totals(page, "2 pasan", "0 fallan");
    expect(await names(page)).toEqual(["uno", "dos"]);
  });
});

describe("coverage", () => {
  test("is what the library finds in Node, shown on the rules", async () => {
    const page = await open({ kept: { document: inbox, scenarios: inboxScenarios } });
    await show(page, "Escenarios");
    const found = coverage(inbox, inboxScenarios);
    const { rules, leaves } = found.totals;
    await page.getByText(`${rules.hit} de ${rules.found} reglas se vieron disparar`).waitFor();
    await page.getByText(`${leaves.hit} de ${leaves.found} condiciones están cubiertas`).waitFor();
    const rule = found.rules.find(({ rule: id }) => id === "bot-nocturno");
    await page.getByRole("button", { name: /^Bot nocturno fuera de horario/ }).click();
    const row = page.locator('.covered-rule[data-rule="bot-nocturno"] [data-path="conditions.1"]');
    const leaf = rule?.leaves.find(({ path }) => path.join(".") === "conditions.1");
    expect(await row.innerText()).toContain(`decidió por cumplirse: ${leaf?.shown.true}`);
    expect(await row.innerText()).toContain(`${leaf?.seen.unknown} × no se supo`);
  });
});

describe("axe finds nothing against scenarios", () => {
  test.each(["light", "dark"])("some failing, coverage open, in the %s theme", async (theme) => {
    for (const width of [1280, 360]) {
      const kept = { document: broken, scenarios: inboxScenarios, theme };
      const page = await open({ kept, bypassCSP: true, viewport: { width, height: 900 } });
      await show(page, "Escenarios");
      await totals(page, "33 pasan", "2 fallan");
      await page.getByRole("button", { name: "Qué salió, y por qué" }).first().click();
      await page.getByRole("button", { name: /^Avisar fuera de horario/ }).click();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});
