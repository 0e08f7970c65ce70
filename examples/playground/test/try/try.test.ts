/** Trying events: what the page shows is what the library decides in Node. */
import type { Page } from "playwright-core";
import { businessTime, compile, describeDecision, evaluate, explain, type TicketEvent } from "ticket-rules";
import { describe, expect, test } from "vitest";
import { violations } from "../axe.ts";
import { useBrowser } from "../browser.ts";
import { inbox } from "../inbox.ts";

const { open } = useBrowser();
const ruleSet = compile(inbox);
const [office] = inbox.calendars ?? [];
if (office === undefined) throw new Error("the inbox has a calendar");
const { isOpen } = businessTime(office);

const message: TicketEvent = {
  id: "evt-1",
  type: "message.received",
  at: "2026-11-23T10:15:00-03:00",
  ticket: {
    id: "t-1",
    account: "acc-wsp",
    customer: "c-1",
    assignee: null,
    attended: false,
    classification: {},
    activeBot: null,
    status: "open",
  },
  message: { text: "Hola", direction: "inbound", author: "customer" },
  surveys: [],
};

async function openTry(event: object = message, options: object = {}): Promise<Page> {
  const page = await open({ kept: { document: inbox, event }, ...options });
  await page.getByRole("tab", { name: "Probar" }).click();
  return page;
}

/** The event as the page has it. It is kept a moment after it changes. */
async function eventOf(page: Page): Promise<TicketEvent> {
  await page.waitForTimeout(450);
  return JSON.parse(String(await page.evaluate(() => localStorage.getItem("ticket-rules-playground/event"))));
}

/** The decision that the page shows, in the library's own words. */
async function shown(page: Page) {
  const texts = (selector: string) => page.locator(selector).allInnerTexts();
  const ids = (outcome: string) =>
    page
      .locator(`.trace-${outcome}`)
      .evaluateAll((cards) => cards.map((card) => card.getAttribute("data-rule")));
  return {
    headline: await page.getByTestId("headline").innerText(),
    effects: await texts(".effect-text > p"),
    suppressed: await texts(".dropped-effect"),
    notes: await texts(".note"),
    fired: await ids("fired"),
    indeterminate: await ids("indeterminate"),
    skipped: await ids("skipped"),
  };
}

/** The same from Node. */
function decided(event: TicketEvent, locale: "es" | "en" = "es") {
  const decision = evaluate(ruleSet, event);
  const { effects, suppressed } = decision;
  const [headline, ...lines] = describeDecision(decision, {
    locale,
    workspace: inbox,
    account: event.ticket.account,
  }).split("\n");
  // The page tells them in the order in which they are due.
  const due = (place: number) => {
    const effect = effects[place];
    return effect?.type === "sendSurvey" ? Date.parse(effect.executeAt) : Date.parse(decision.event.at);
  };
  const inTime = [...lines.slice(0, effects.length).entries()]
    .map(([place, line]) => [line, due(place)] as const)
    .sort(([, first], [, second]) => first - second);
  const traces = explain(ruleSet, event);
  const ids = (outcome: string) =>
    traces.filter((trace) => trace.outcome === outcome).map(({ rule }) => rule);
  return {
    headline,
    effects: inTime.map(([line]) => line),
    suppressed: lines.slice(effects.length, effects.length + suppressed.length),
    notes: lines.slice(effects.length + suppressed.length),
    fired: ids("fired"),
    indeterminate: ids("indeterminate"),
    skipped: ids("skipped"),
  };
}

describe("an event that is tried", () => {
  test("is decided as in Node, for every sample and in both languages", async () => {
    const page = await openTry();
    const samples = await page.locator(".sample").count();
    expect(samples).toBe(9);
    const seen = new Set<string>();
    for (const language of ["ES", "EN"] as const) {
      await page.getByText(language, { exact: true }).click();
      for (let place = 0; place < samples; place++) {
        await page.locator(".sample").nth(place).click();
        const event = await eventOf(page);
        expect(await shown(page)).toEqual(decided(event, language === "ES" ? "es" : "en"));
        seen.add(event.type);
      }
    }
    expect([...seen].sort()).toEqual(["message.received", "ticket.classified", "ticket.closed"]);
  });

  test("is composed by form, fact by fact", async () => {
    const page = await openTry();
    await page.getByLabel("Qué ocurre").selectOption({ label: "Se cierra el ticket" });
    await page.getByLabel("Cuenta", { exact: true }).selectOption({ label: "Chat del sitio web" });
    await page.getByLabel("Motivo de consulta").selectOption({ label: "Soporte" });
    await page.getByLabel("Asignado a").selectOption({ label: "Una persona" });
    await page.getByLabel("Identificador de quien lo tiene").fill("pedro");
    await page.getByLabel("Encuestas recientes").selectOption({ label: "Hubo" });
    const event = await eventOf(page);
    expect(event).toMatchObject({
      type: "ticket.closed",
      ticket: {
        account: "acc-web",
        assignee: { type: "human", id: "pedro" },
        classification: { motivo: "soporte" },
        status: "closed",
      },
      surveys: [{ customer: "c-1", status: "sent" }],
    });
    expect(event.message).toBeUndefined();
    expect(await shown(page)).toEqual(decided(event));
    expect(decided(event).suppressed).toHaveLength(1);
  });

  test("leaves out what is not known, and shows what hangs on it by sign and text", async () => {
    const page = await openTry();
    await page.getByLabel("Cuenta", { exact: true }).selectOption({ label: "? No se sabe" });
    const event = await eventOf(page);
    expect(event.ticket).not.toHaveProperty("account");
    expect(await shown(page)).toEqual(decided(event));
    const row = page.locator('[data-rule="lead-bot"] [data-path="conditions.1"]');
    expect(await row.innerText()).toContain("ticket.account");
    expect(await row.locator(".visually-hidden").textContent()).toBe("no se sabe");
    expect(await row.locator("path.shape-body").count()).toBe(1);
    const known = page.locator('[data-rule="lead-bot"] [data-path="conditions.0"]');
    expect(await known.locator(".visually-hidden").textContent()).toBe("se cumple");
    expect(await known.locator("circle.shape-body").count()).toBe(1);
  });

  test("tells what would have to change, with what it looked at", async () => {
    const page = await openTry({ ...message, ticket: { ...message.ticket, account: "acc-ig" } });
    const rule = page.locator('[data-rule="lead-bot"]');
    const row = rule.locator(".tree-blamed");
    expect(await row.innerText()).toMatch(/Wsp empresa - Whatsapp[\s\S]*Instagram[\s\S]*tendría que cambiar/);
    expect(await rule.locator(".why").innerText()).toContain("Para dispararse, tendría que cumplirse esto");
  });

  test("is pasted as JSON; what is no JSON is told and changes nothing", async () => {
    const page = await openTry();
    await page.getByRole("button", { name: "El evento en JSON" }).click();
    const field = page.getByLabel("Evento, como JSON");
    const pasted = {
      ...message,
      message: { text: "quiero dar de baja" },
      ticket: { ...message.ticket, activeBot: "bot-lead" },
    };
    await field.fill(JSON.stringify(pasted));
    const event = await eventOf(page);
    expect(event).toEqual(pasted);
    expect(await shown(page)).toEqual(decided(event));
    await field.fill("{ no");
    await page.getByText("No es JSON").waitFor();
    expect(await eventOf(page)).toEqual(pasted);
    await field.fill(JSON.stringify({ ...pasted, at: "ayer" }));
    await page.getByText("El evento no se puede evaluar").waitFor();
    await page.getByText("Hay un problema en el evento").waitFor();
  });

  test("a delayed survey is shown at its time, with what would cancel it", async () => {
    const page = await openTry();
    await page.getByLabel("Qué ocurre").selectOption({ label: "Se cierra el ticket" });
    expect(await page.locator(".moment-when").allInnerTexts()).toEqual([
      "Al instante",
      "1 hora y 30 minutos después",
    ]);
    const later = await page.locator(".moment-later .later").innerText();
    expect(later).toMatch(
      /Cuando llegue la hora: se envía[\s\S]*Si el ticket se reabre antes: no se envía: el ticket se reabrió/,
    );
  });
});

describe("the clock", () => {
  const slider = (page: Page) => page.getByRole("slider", { name: "Momento del evento en la semana" });
  const setTime = (page: Page, local: string) => page.getByLabel("Fecha y hora local").fill(local);

  test("passes the repeated hour of 4 April 2026 twice, by keys", async () => {
    const page = await openTry();
    await setTime(page, "2026-04-04T22:45");
    await slider(page).focus();
    const instants: string[] = [];
    for (let press = 0; press < 10; press++) {
      await page.keyboard.press("ArrowRight");
      const { at } = await eventOf(page);
      instants.push(String(at));
    }
    expect(instants.filter((at) => at.startsWith("2026-04-04T23:30"))).toEqual([
      "2026-04-04T23:30:00-03:00",
      "2026-04-04T23:30:00-04:00",
    ]);
    expect(instants.at(-1)).toBe("2026-04-05T00:15:00-04:00");
    expect(await page.locator(".day-today .strip-weekday").textContent()).toMatch(/dom 5/);
  });

  test("skips the hour that 6 September 2026 does not have", async () => {
    const page = await openTry();
    await setTime(page, "2026-09-05T23:45");
    await slider(page).focus();
    await page.keyboard.press("ArrowRight");
    expect((await eventOf(page)).at).toBe("2026-09-06T01:00:00-03:00");
    expect(await page.locator(".day-caption").innerText()).toMatch(
      /este día tiene 23 horas[\s\S]*se adelanta una hora/,
    );
    await page.keyboard.press("PageDown");
    expect((await eventOf(page)).at).toBe("2026-09-05T01:00:00-04:00");
    await page.keyboard.press("Home");
    expect((await eventOf(page)).at).toBe("2026-08-31T00:00:00-04:00");
  });

  test("is dragged across the clock change, deciding as in Node at each stop", async () => {
    const page = await openTry();
    await setTime(page, "2026-04-03T12:00");
    const box = await slider(page).locator("svg").boundingBox();
    if (box === null) throw new Error("no strip");
    const at = (part: number) => [box.x + 8 + part * (box.width - 16), box.y + box.height / 2] as const;
    await page.mouse.move(...at(0.6));
    await page.mouse.down();
    const offsets = new Set<string>();
    for (const part of [0.62, 0.7, 0.75, 0.8, 0.83, 0.84, 0.85, 0.86, 0.88, 0.95, 0.999]) {
      await page.mouse.move(...at(part));
      const event = await eventOf(page);
      const week = [Date.parse("2026-03-30T03:00:00Z"), Date.parse("2026-04-06T04:00:00Z")] as const;
      const meant = week[0] + part * (week[1] - week[0]);
      expect(Math.abs(Date.parse(String(event.at)) - meant)).toBeLessThan(30 * 60_000);
      offsets.add(String(event.at).slice(-6));
      expect(await shown(page)).toEqual(decided(event));
      expect(await page.locator(".day-time").innerText()).toContain(isOpen(event.at) ? "abierto" : "cerrado");
    }
    await page.mouse.up();
    expect([...offsets]).toEqual(["-03:00", "-04:00"]);
  });

  test("jumps to where the calendar turns, and to the clock change", async () => {
    const page = await openTry();
    await page.getByRole("button", { name: "Hasta que cierra" }).click();
    expect((await eventOf(page)).at).toBe("2026-11-23T13:00:00-03:00");
    await page.getByRole("button", { name: "Hasta que abre" }).click();
    expect((await eventOf(page)).at).toBe("2026-11-23T14:00:00-03:00");
    await page.getByRole("button", { name: "Hasta el cambio de hora" }).click();
    expect((await eventOf(page)).at).toBe("2027-04-03T23:00:00-04:00");
    await page.getByRole("button", { name: "Semana ›" }).click();
    expect((await eventOf(page)).at).toBe("2027-04-10T23:00:00-04:00");
  });

  test("has a lane for each rule that would fire at some time of the week", async () => {
    const page = await openTry();
    const lanes = await page.locator(".week-slider .lane-rule .lane-name").allTextContents();
    expect(lanes.map((lane) => lane.replace(/[\u2068\u2069]/g, ""))).toEqual([
      "Bot nocturno fuera de horario hábil",
      "Avisar de tickets no abordados a la hora de almuerzo",
    ]);
  });
});

describe("the week in words", () => {
  test("says of each lane how it stands and when it does", async () => {
    const page = await openTry();
    await page.getByRole("button", { name: "La semana en palabras" }).click();
    const words = await page.locator(".week-words li").allInnerTexts();
    expect(words[0]).toBe(
      "Oficina: abierto\nlun 09:00–13:00 · lun 14:00–18:00 · mar 09:00–13:00 · mar 14:00–18:00 · mié 09:00–13:00 · " +
        "mié 14:00–18:00 · jue 09:00–13:00 · jue 14:00–18:00 · vie 09:00–13:00 · vie 14:00–18:00 · sáb 10:00–14:00",
    );
    expect(words[1]).toMatch(
      /^Guardia técnica nocturna: cerrado\nlun 00:00–06:00 · lun 22:00–mar 06:00 .* dom 22:00–24:00$/,
    );
    expect(words[2]).toMatch(
      /^Bot nocturno fuera de horario hábil: no se dispara ahora\nlun 00:00–09:00 · lun 13:00–14:00/,
    );
  });
});

describe("axe finds nothing against trying", () => {
  test.each(["light", "dark"])("an event of which little is known, in the %s theme", async (theme) => {
    for (const width of [1280, 360]) {
      const kept = {
        document: inbox,
        event: { ...message, ticket: { id: "t-1" }, surveys: undefined },
        theme,
      };
      const page = await open({ kept, bypassCSP: true, viewport: { width, height: 900 } });
      await page.getByRole("tab", { name: "Probar" }).click();
      if (width === 360) await page.getByRole("button", { name: "El evento", exact: true }).click();
      await page.getByRole("button", { name: "El evento en JSON" }).click();
      await page.getByRole("button", { name: "La semana en palabras" }).click();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});

describe("from a trace", () => {
  test("the rule is edited with one click, and undoing while one types in the event leaves the rules alone", async () => {
    const page = await openTry();
    await page.getByLabel("Texto", { exact: true }).press("End");
    await page.keyboard.type("!!");
    await page.keyboard.press("Control+z");
    expect(await page.getByText(/^Deshecho/).count()).toBe(0);
    await page
      .locator('[data-rule="lead-bot"]')
      .getByRole("button", { name: /^Editar la regla/ })
      .click();
    expect(await page.getByRole("tab", { name: "Reglas" }).getAttribute("aria-selected")).toBe("true");
    await page.getByLabel("Nombre", { exact: true }).waitFor();
    expect(await page.getByLabel("Nombre", { exact: true }).inputValue()).toBe(inbox.rules[1]?.name);
  });
});
