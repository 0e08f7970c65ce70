/** Before and after: whole workspaces, compared by what their rules do. */
import { compile, evaluate, redact, type Workspace } from "ticket-rules";
import { createAnalyzer } from "ticket-rules/analysis";
import { describe, expect, test } from "vitest";
import { useBrowser } from "../browser.ts";
import { inbox } from "../inbox.ts";
import { compareWith, eventOf, fired, openProve as openTab } from "./steps.ts";

const { open } = useBrowser();

const openProve = (document?: object) => openTab(open, document);

describe("before and after", () => {
  test("nothing has changed in what was opened", async () => {
    const page = await openProve();
    await page.getByText("Se compara con lo que se abrió o importó.").waitFor();
    await page.getByRole("button", { name: "Comparar las versiones" }).click();
    await page.getByText("No cambió nada de lo que hacen las reglas.").waitFor();
  });

  test("an edit in the rules tab is told as what will be done otherwise", async () => {
    const page = await openProve();
    await page.getByRole("tab", { name: "Reglas" }).click();
    const rule = page.locator(".rule", { hasText: "Terminar el bot si piden baja" });
    await rule.getByRole("checkbox", { name: "Activa" }).click();
    await page.getByRole("tab", { name: "Demostrar" }).click();
    await page.getByRole("button", { name: "Comparar las versiones" }).click();
    const changes = page.getByTestId("changes");
    await changes.waitFor();
    expect(await changes.locator(".change").innerText()).toMatch(
      /Quitada o desactivada[\s\S]*Terminar el bot/,
    );
    await changes.locator(".change-lost button").click();
    const event = await eventOf(page);
    expect(evaluate(compile(inbox), event).fired).toContain("pide-baja");
    expect(await fired(page)).not.toContain("pide-baja");

    await page.getByRole("tab", { name: "Demostrar" }).click();
    await page.getByText("Las reglas cambiaron desde esta respuesta.").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Marcar lo de ahora como «antes»" }).click();
    await page.getByText("Se compara con el estado que marcaste.").waitFor();
    await page.getByRole("button", { name: "Comparar las versiones" }).click();
    await page.getByText("No cambió nada de lo que hacen las reglas.").waitFor();
  });

  test("a narrowed rule has lost events, and one of them can be tried", async () => {
    const wider = inbox.rules.map((rule) =>
      rule.id === "lead-bot" ? { ...rule, conditions: rule.conditions.slice(1) } : rule,
    );
    const page = await openProve();
    await compareWith(page, { ...inbox, rules: wider });
    await page.getByText("ahora se dispara en menos casos").waitFor();
    await page.locator('.change [data-region="first"] button').click();
    const event = await eventOf(page);
    expect(evaluate(compile({ ...inbox, rules: wider }), event).fired).toContain("lead-bot");
    expect(await fired(page)).not.toContain("lead-bot");
  });

  test("what is no workspace is refused, and says so", async () => {
    const page = await openProve();
    await page.getByLabel("Otra versión, como JSON").fill("[1]");
    await page.getByRole("button", { name: "Comparar con lo pegado" }).click();
    await page.getByText("No es un espacio de trabajo").waitFor();
    await page.getByText("Se compara con lo que se abrió o importó.").waitFor();
  });
});

const { webhook, botcenter } = inbox.integrations ?? {};

const whereWebhookIsOff = {
  ...inbox,
  integrations: { ...inbox.integrations, webhook: { ...webhook, active: false } },
} as Workspace;

const withBotOff = {
  ...inbox,
  integrations: {
    ...inbox.integrations,
    botcenter: { ...botcenter, bots: botcenter?.bots.map((bot) => ({ ...bot, active: false })) },
  },
} as Workspace;

const withHoliday: Workspace = {
  ...inbox,
  calendars: (inbox.calendars ?? []).map((calendar) => ({
    ...calendar,
    exceptions: { ...calendar.exceptions, "2026-12-28": [] },
  })),
};

const withOtherAccounts: Workspace = {
  ...inbox,
  accounts: (inbox.accounts ?? []).map((account) => ({ ...account, calendar: "cal-guardia" })),
};

const withOtherField: Workspace = {
  ...inbox,
  fields: (inbox.fields ?? []).map((field) =>
    field.id === "motivo"
      ? { id: "motivo", name: field.name, type: "multi", options: field.options ?? [] }
      : field,
  ),
};

const inOtherZone: Workspace = { ...inbox, timeZone: "Asia/Tokyo" };

describe("what is beside the rules", () => {
  test.each([
    ["the webhook switched off", whereWebhookIsOff, "las integraciones", "Desactivada con su integración"],
    ["a new holiday", withHoliday, "los horarios", "Está escrita igual"],
    ["accounts with other hours", withOtherAccounts, "las cuentas", "Está escrita igual"],
    ["a field of another type", withOtherField, "los campos", "Está escrita igual"],
    ["another time zone", inOtherZone, "la zona horaria", "Está escrita igual"],
  ])("%s: told by rule and by planned effect, with its event", async (_, after, part, said) => {
    const { rules, effects } = createAnalyzer(inbox).diff(after);
    expect(rules.length).toBeGreaterThan(0);
    expect(effects.length).toBeGreaterThan(0);
    const page = await openProve(after);
    await compareWith(page, inbox);
    await page.getByText(`También cambió: ${part}.`).waitFor();
    expect(
      await page.locator(".change").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-rule"))),
    ).toEqual(rules.map(({ rule }) => rule));
    for (const row of await page.locator(".change").all()) expect(await row.innerText()).toContain(said);
    const told = page.locator(".findings > .finding").filter({ hasText: "con ese evento" });
    expect(await told.count()).toBe(effects.length);

    await told.first().getByRole("button", { name: "Probar este evento" }).click();
    const event = await eventOf(page);
    expect(event).toEqual(effects[0]?.event);
    const planned = (workspace: Workspace) =>
      evaluate(compile(workspace), event).effects.map((effect) => [effect.type, effect.rules]);
    expect(planned(after)).not.toEqual(planned(inbox));
    expect(await fired(page)).toEqual(evaluate(compile(after), event).fired);
  });

  test("bots switched off: no rule fires otherwise, and what is not done any more is told all the same", async () => {
    const { rules, effects } = createAnalyzer(inbox).diff(withBotOff);
    expect(rules).toEqual([]);
    const page = await openProve(withBotOff);
    await compareWith(page, inbox);
    expect(await page.locator(".change-lost").count()).toBe(effects.length);
    expect(await page.locator(".change-lost").first().innerText()).toMatch(
      /Antes, y ahora no: Se activará el bot «[^»]+» \(regla «[^»]+»\)\./,
    );
    expect(await page.getByText("No cambió nada").count()).toBe(0);
    await page.getByText("Los efectos se comparan sea cual sea la regla").waitFor();
    await page.getByText("EN", { exact: true }).click();
    expect(await page.locator(".change-lost").first().innerText()).toContain(
      "Before, and not now: The bot “",
    );
  });

  test("a file without secrets is no other version", async () => {
    const page = await openProve();
    await compareWith(page, redact(inbox));
    await page.getByText("No cambió nada de lo que hacen las reglas.").waitFor();
    expect(await page.getByText("También cambió").count()).toBe(0);
    expect(await page.getByText(/no (es|son) válid/).count()).toBe(0);
  });

  test("what is not valid in the version before is told, and the rest compared", async () => {
    const page = await openProve();
    const calendars = [
      ...(inbox.calendars ?? []),
      { id: "roto", name: "Roto", timeZone: "Marte", weekly: {} },
    ];
    await compareWith(page, { ...inbox, calendars, rules: [...inbox.rules, { id: "__proto__" }, 7] });
    await page.getByText("2 reglas de antes no son válidas y no se comparan.").waitFor();
    await page.getByText("lo que no lo es no cuenta: los horarios.").waitFor();
    await page.getByText("No cambió nada de lo que hacen las reglas.").waitFor();
  });

  test("hundreds of differences are shown part by part", async () => {
    const [rule] = inbox.rules.filter(({ integration }) => integration === "webhook");
    const rules = Array.from({ length: 120 }, (_, at) => ({
      ...rule,
      id: `r${at}`,
      conditions: [{ type: "messageContains", words: [`palabra${at}`] }],
      trigger: "message.received",
      operator: "and",
    }));
    const page = await openProve({ ...inbox, rules });
    await compareWith(page, { ...inbox, rules: [] });
    expect(await page.locator(".change").count()).toBe(50);
    await page.getByTestId("changes").getByRole("button", { name: "Mostrar 70 más" }).first().click();
    expect(await page.locator(".change").count()).toBe(120);
  });
});
