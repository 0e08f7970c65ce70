/** The three rules of the help page, written as an administrator writes them, then asked of the library in Node. */
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { compile, describe as describeRule, evaluate, type Rule, Workspace } from "ticket-rules";
import { describe, expect, test } from "vitest";
import { unfoldAll, useBrowser } from "./browser.ts";
import { accounts } from "./documents.ts";

const { open } = useBrowser();

/** The rule that is unfolded last. */
function lastRule(page: Page): Locator {
  return page.locator(".rule").last();
}

async function addRule(page: Page, integration: string, name: string): Promise<Locator> {
  await page.getByRole("button", { name: "Añadir regla" }).click();
  await page.getByRole("menuitem", { name: `Regla de ${integration}` }).click();
  const rule = lastRule(page);
  await rule.getByLabel("Nombre", { exact: true }).fill(name);
  return rule;
}

async function exported(page: Page): Promise<Workspace> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Archivo" }).click();
  await page.getByRole("menuitem", { name: "Exportar sin secretos" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("workspace.json");
  return JSON.parse(await readFile(await download.path(), "utf8"));
}

describe("an administrator writes the three rules of the help page", () => {
  test("and the library reads, says and decides them", async () => {
    const page = await open({
      kept: { document: { schemaVersion: 1, timeZone: "America/Santiago", ...accounts, rules: [] } },
    });

    // BotCenter is enabled, and a bot added, as the page's general configuration has it.
    await page.getByRole("button", { name: /^BotCenter/ }).click();
    await page.getByRole("button", { name: "Habilitar" }).click();
    await page.getByLabel("API token").fill("secreto-del-botcenter");
    await page.getByRole("button", { name: "Añadir bot" }).click();
    const bots = page.locator(".integration.botcenter .item");
    await bots.getByLabel("Nombre").fill("Lead bot");
    await bots.getByLabel("Bot ID").fill("bot-lead");
    await page.getByRole("button", { name: /^TimePoints/ }).click();
    await page.getByRole("button", { name: "Habilitar" }).click();
    await page.getByLabel("API token").last().fill("secreto-de-timepoints");
    await page.getByRole("button", { name: /^Webhook/ }).click();
    await page.getByRole("button", { name: "Habilitar" }).click();
    await page.getByLabel("URL").fill("https://example.com/aviso");

    const lead = await addRule(page, "BotCenter", "Lead bot");
    await lead.getByRole("button", { name: "Añadir condición", exact: true }).click();
    await lead.getByLabel("Tipo").first().selectOption("Ticket no asignado a ejecutivo");
    await lead.getByRole("button", { name: "Añadir condición", exact: true }).click();
    await lead.getByLabel("Wsp empresa - Whatsapp").check();
    await lead.getByLabel("Bot", { exact: true }).selectOption("Lead bot");

    const survey = await addRule(page, "TimePoints", "Encuesta manual");
    await survey.getByText("O", { exact: true }).click();
    await survey.getByRole("button", { name: "Añadir condición", exact: true }).click();
    const kinds = survey.getByLabel("Tipo").first();
    expect(await kinds.locator("option").allTextContents()).toEqual(["Cuenta", "Clasificación de ticket"]);
    await kinds.selectOption("Clasificación de ticket");
    await survey.getByLabel("En el campo").selectOption("Motivo de consulta");
    await survey.getByLabel("Soporte").check();
    await survey.getByLabel("Tipo").last().selectOption("Habilitar envío manual de encuesta");

    await addRule(page, "Webhook de notificaciones", "Notificar el cierre");

    const document = await exported(page);
    expect(JSON.stringify(document)).not.toContain("secreto-de");
    expect(document.rules.map(({ conditions, ...rule }) => ({ ...rule, conditions }))).toEqual([
      {
        id: "botcenter-1",
        name: "Lead bot",
        active: true,
        integration: "botcenter",
        trigger: "message.received",
        operator: "and",
        conditions: [{ type: "unassigned" }, { type: "account", is: "acc-wsp" }],
        actions: [{ type: "activateBot", bot: "bot-lead" }],
      },
      {
        id: "timepoints-1",
        name: "Encuesta manual",
        active: true,
        integration: "timepoints",
        trigger: "ticket.closed",
        operator: "or",
        conditions: [{ type: "classification", field: "motivo", is: "soporte" }],
        actions: [{ type: "enableManualSurvey" }],
      },
      {
        id: "webhook-1",
        name: "Notificar el cierre",
        active: true,
        integration: "webhook",
        trigger: "ticket.closed",
        operator: "and",
        conditions: [],
        actions: [{ type: "notify" }],
      },
    ]);

    // With tokens again, it is a workspace that the strict schema takes.
    const { botcenter, timepoints } = document.integrations ?? {};
    const workspace = Workspace.parse({
      ...document,
      integrations: {
        ...document.integrations,
        botcenter: { ...botcenter, apiToken: "x" },
        timepoints: { ...timepoints, apiToken: "x" },
      },
    });
    const ruleSet = compile(workspace);
    const received = {
      id: "e-1",
      type: "message.received",
      at: "2026-11-23T10:00:00-03:00",
      ticket: { id: "t-1", account: "acc-wsp", assignee: null, activeBot: null },
      message: { text: "hola" },
    };
    expect(evaluate(ruleSet, received).effects.map(({ type }) => type)).toEqual(["activateBot"]);
    expect(
      evaluate(ruleSet, { ...received, ticket: { ...received.ticket, account: "acc-web" } }).fired,
    ).toEqual([]);
    const closed = { ...received, type: "ticket.closed" };
    expect(evaluate(ruleSet, closed).fired).toEqual(["timepoints-1", "webhook-1"]);
    const classified = {
      ...received,
      type: "ticket.classified",
      ticket: { id: "t-1", classification: { motivo: "soporte" } },
      changes: { classification: { motivo: { before: null, after: "soporte" } } },
    };
    expect(evaluate(ruleSet, classified).fired).toEqual(["timepoints-1"]);

    // The sentences on the page are those of the library.
    const said = await page.locator(".sentence").allTextContents();
    expect(said).toEqual(
      workspace.rules.map((rule: Rule) => describeRule(rule, { locale: "es", workspace })),
    );
  });

  test("nested conditions go under the last one, to five levels", async () => {
    const page = await open();
    await page.getByRole("button", { name: /^Notificar cada cierre/ }).click();
    const rule = lastRule(page);
    for (let level = 1; level <= 5; level += 1)
      await rule.getByRole("button", { name: "Añadir condición anidada" }).first().click();
    expect(await rule.getByRole("button", { name: "Añadir condición anidada" }).count()).toBe(5);
    const document = await exported(page);
    const depth = (conditions: readonly object[]): number =>
      Math.max(
        0,
        ...conditions.map((each) => ("conditions" in each ? 1 + depth(each.conditions as object[]) : 0)),
      );
    expect(depth(document.rules[2]?.conditions ?? [])).toBe(5);
  });
});

describe("what is wrong is told where it is", () => {
  test("at the field, in the language of the page, and is gone once it is mended", async () => {
    const page = await open();
    await page.getByRole("button", { name: /^Lead bot para/ }).click();
    const rule = page.locator(".rule").first();
    const name = rule.getByLabel("Nombre", { exact: true });
    await name.fill("  ");
    expect(await name.getAttribute("aria-invalid")).toBe("true");
    const about = await name.getAttribute("aria-describedby");
    expect(await page.locator(`[id="${about}"]`).textContent()).toBe("está en blanco: se espera un nombre");
    await page.getByText("EN", { exact: true }).click();
    expect(await page.locator(`[id="${about}"]`).textContent()).toBe("blank: expected a name");
    await rule.getByLabel("Name", { exact: true }).fill("Lead");
    expect(await rule.locator(".issues").count()).toBe(0);
  });

  test("an id used twice is told at the later rule", async () => {
    const page = await open();
    await page.getByRole("button", { name: /^Notificar cada cierre/ }).click();
    await lastRule(page).getByLabel("ID", { exact: true }).fill("lead-bot");
    expect(await lastRule(page).locator(".issues").allTextContents()).toEqual([
      "el id está repetido: se esperan ids distintos",
    ]);
  });

  test("a finding of lint stands at its condition, and its suggestion is one click away", async () => {
    const page = await open();
    await page.getByRole("button", { name: /^Lead bot para/ }).click();
    const rule = page.locator(".rule").first();
    await rule.getByRole("button", { name: "Añadir condición", exact: true }).click();
    const added = rule.locator("fieldset.condition").nth(2);
    await added.getByLabel("Wsp empresa - Whatsapp").check();
    await rule.getByRole("button", { name: "Aplicar el cambio sugerido" }).first().click();
    await expect.poll(() => rule.locator(".findings").count()).toBe(0);
    expect((await exported(page)).rules[0]?.conditions).toEqual([
      { type: "unassigned" },
      { type: "account", is: "acc-wsp" },
    ]);
    await page.keyboard.press("Control+z");
    await expect.poll(() => rule.locator("fieldset.condition").count()).toBe(4);
  });
});

describe("the sentence and the windows light each other", () => {
  test("a word under the pointer lights its condition, a condition its words", async () => {
    const page = await open();
    await page.getByRole("button", { name: /^Lead bot para/ }).click();
    const rule = page.locator(".rule").first();
    await rule.locator(".word", { hasText: "el ticket no está asignado" }).hover();
    expect(await rule.locator("fieldset.condition.lit").count()).toBe(1);
    expect(await rule.locator("fieldset.condition.lit legend").textContent()).toBe("Condición 1");
    await rule.locator("fieldset.condition").nth(1).hover();
    expect(await rule.locator(".word.lit").allTextContents()).toEqual([
      "la cuenta es ",
      "«Wsp empresa - Whatsapp»",
    ]);
  });
});

describe("a mistake", () => {
  test("in business hours is told where it is, not as hours that do not exist; a date twice is refused in sight", async () => {
    const page = await open();
    await unfoldAll(page);
    const dates = page.locator(".exception").getByLabel("Fecha");
    await dates.first().fill("12-25");
    await page.getByText("Ya hay una excepción de esa fecha: esta sigue siendo la del 01-01.").waitFor();
    expect(await dates.first().inputValue()).toBe("12-25");
    expect(await dates.first().getAttribute("aria-invalid")).toBe("true");
    await dates.first().fill("01-0");
    await page.getByText("Ya hay una excepción").waitFor({ state: "detached" });
    await page.locator(".exception .issues").first().waitFor();
    await page.waitForTimeout(1500);
    expect(await page.locator(".rules-view").innerText()).not.toContain("no existe");
    await page.getByRole("tab", { name: "Probar" }).click();
    await page.getByText("El horario hábil de la cuenta tiene un error").waitFor();
    expect(await page.getByRole("tabpanel").innerText()).not.toContain("no existe");
  });

  test("in an event or a file is told in the page's language, the engine's words behind", async () => {
    const page = await open({ kept: { event: { id: "x", type: "message.received", at: "ayer" } } });
    await page.getByRole("tab", { name: "Probar" }).click();
    await page.getByText("El evento no se puede evaluar: le falta algo").waitFor();
    const said = await page.getByRole("tabpanel").innerText();
    expect(said).toContain("ISO 8601 con Z");
    expect(said).not.toMatch(/un Date|expected|must/);
  });

  test("is no cut text: ids and hours of the settings are seen whole at 1280 px", async () => {
    const page = await open();
    await unfoldAll(page);
    const cut = await page
      .locator(".settings-side input.mono")
      .evaluateAll((inputs) =>
        inputs
          .filter((input) => input.scrollWidth > input.clientWidth)
          .map((input) => (input as HTMLInputElement).value),
      );
    expect(cut).toEqual([]);
  });
});
