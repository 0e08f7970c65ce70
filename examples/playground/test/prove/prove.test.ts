/** Proofs in the page: the analyzer's own answers, and events that can be tried. */
import type { Page } from "playwright-core";
import { compile, evaluate, type Rule } from "ticket-rules";
import { createAnalyzer } from "ticket-rules/analysis";
import { describe, expect, test } from "vitest";
import { proveTexts } from "../../src/prove/texts.ts";
import { violations } from "../axe.ts";
import { useBrowser } from "../browser.ts";
import { documentOf, hostileDocument } from "../documents.ts";
import { inbox } from "../inbox.ts";
import { compareWith, eventOf, fired, inspectAll, openProve as openTab } from "./steps.ts";

const { open } = useBrowser();

const openProve = (document?: object) => openTab(open, document);

async function compare(page: Page, first: string, second: string): Promise<void> {
  await page.getByLabel("A · Una regla").selectOption(first);
  await page.getByLabel("B · Otra regla").selectOption(second);
  await page.locator("[data-relation]").waitFor();
}

describe("each rule", () => {
  test("never, always or sometimes, as the analyzer says in Node", async () => {
    const page = await openProve();
    await page.getByText("Respondidas: 13 reglas").waitFor();
    const analyzer = createAnalyzer(inbox);
    for (const { id } of inbox.rules) {
      const { verdict } = analyzer.fires(id);
      expect(await page.locator(`.proof-${verdict}[data-rule="${id}"]`).count(), id).toBe(1);
    }
  });

  test("an event that fires it is tried with one click", async () => {
    const page = await openProve();
    await page.getByRole("button", { name: /Un evento que la dispara.*Verificar al titular/ }).click();
    expect(await fired(page)).toContain("verificar-rut");
    await page.getByRole("tab", { name: "Demostrar" }).click();
    await page.getByRole("button", { name: /Uno que no.*Verificar al titular/ }).click();
    expect(await fired(page)).not.toContain("verificar-rut");
  });

  test("five hundred are answered while the page is used; asking is cancelled and taken up again", async () => {
    const document = documentOf(500);
    // Back-references, which take the analyzer some time each.
    const rules = document.rules.map((rule, place) => ({
      ...rule,
      conditions: [{ type: "messageMatches", pattern: `^(\\w{3})-\\1-(?!\\1)(\\w{4})\\2x${place}$` }],
    }));
    const page = await openProve({ ...document, rules });
    const cancel = page.getByRole("button", { name: "Cancelar" }).first();
    await cancel.click();
    await page.getByText("Cancelado. Lo que ya se respondió").waitFor();
    await page.getByRole("button", { name: "Seguir preguntando" }).click();
    const pasted = page.getByLabel("Otra versión, como JSON");
    await pasted.fill("se puede escribir");
    expect(await cancel.isEnabled()).toBe(true);
    expect(await pasted.inputValue()).toBe("se puede escribir");
    await page.getByText("Respondidas: 500 reglas").waitFor({ timeout: 90_000 });
    expect(await page.locator(".firing-pending").count()).toBe(0);
  });

  test("what was edited is asked about anew, and is told in words and sign", async () => {
    const never = {
      ...inbox.rules[1],
      id: "nunca",
      conditions: [
        { type: "weekday", is: "sun" },
        { type: "withinBusinessHours", calendar: "cal-oficina" },
      ],
    };
    const page = await openProve({ ...inbox, rules: [...inbox.rules, never] });
    const row = page.locator('.proof-never[data-rule="nunca"]');
    await row.waitFor();
    expect(await row.innerText()).toContain("Nunca: ningún evento la dispara");
    expect(await row.getByRole("button", { name: /Un evento/ }).count()).toBe(0);
  });

  test("an `or` rule fires always on the event of its trigger, which is named, and on others sometimes", async () => {
    const closing: Rule = {
      id: "cierre",
      name: "Al cerrar",
      active: true,
      integration: "webhook",
      trigger: "ticket.closed",
      operator: "or",
      conditions: [{ type: "messageContains", words: ["baja"] }],
      actions: [{ type: "notify" }],
    };
    const page = await openProve({ ...inbox, rules: [closing] });
    const row = page.locator('.proof-always[data-rule="cierre"]');
    await row.waitFor();
    expect(await row.innerText()).toContain("Siempre: se dispara siempre que se cierra el ticket");
    await row.getByRole("button", { name: /También si llega un mensaje/ }).waitFor();
    await page.getByText("EN", { exact: true }).click();
    expect(await row.innerText()).toContain("Always: fires whenever the ticket is closed");
  });

  test("the page tells every assumption that the analyzer makes", () => {
    const { assumptions, horizon } = createAnalyzer(inbox);
    expect(proveTexts().assumptions).toHaveLength(assumptions.length);
    const compared = createAnalyzer(inbox).diff(inbox);
    // What comparing versions assumes besides is told there.
    expect(compared.assumptions).toEqual([...assumptions, expect.stringMatching(/^effects are compared/)]);
    expect(compared.horizon).toEqual(horizon);
    expect(assumptions.map((each) => each.split(/[ ,:]/)[0])).toEqual(["events", "the", "texts", "time"]);
    expect(horizon).toEqual({ from: "2010-01-01", to: "2049-12-31" });
  });
});

describe("two rules", () => {
  test("the witness of an overlap makes both fire", async () => {
    const page = await openProve();
    await compare(page, "lead-bot", "verificar-rut");
    expect(await page.locator("[data-relation]").getAttribute("data-relation")).toBe("overlap");
    await page.locator('[data-region="both"] button').click();
    const event = await eventOf(page);
    expect(evaluate(compile(inbox), event).fired).toEqual(
      expect.arrayContaining(["lead-bot", "verificar-rut"]),
    );
    expect(await fired(page)).toEqual(expect.arrayContaining(["lead-bot", "verificar-rut"]));
  });

  test("disjoint rules have no common event, and that is proved", async () => {
    const page = await openProve();
    await compare(page, "lead-bot", "notificar-cierre");
    expect(await page.locator("[data-relation]").getAttribute("data-relation")).toBe("disjoint");
    expect(await page.locator('[data-region="both"]').innerText()).toContain(
      "No hay ningún evento así: demostrado",
    );
  });

  test("an undecided pattern is told as unknown, with the reason", async () => {
    const rules = [
      {
        ...inbox.rules[3],
        id: "a",
        name: "A",
        conditions: [{ type: "messageMatches", pattern: "^(\\w{3})-\\1-(?!\\1)(\\w{4})\\2$" }],
      },
      { ...inbox.rules[3], id: "b", name: "B" },
    ] as Rule[];
    const page = await openProve({ ...inbox, rules });
    await compare(page, "a", "b");
    const relation = createAnalyzer({ ...inbox, rules }).compare("a", "b");
    expect(await page.locator("[data-relation]").getAttribute("data-relation")).toBe(relation.relation);
    expect(relation.relation).toBe("unknown");
    expect(await page.locator('[data-region="both"]').innerText()).toContain(
      "no se halló ningún mensaje que sirva",
    );
  });

  test("all rules together: the clash of two bots is found, and compared with one click", async () => {
    const page = await openProve();
    await inspectAll(page);
    const { fights } = createAnalyzer(inbox).inspect();
    expect(await page.locator(".part").first().locator(".count").textContent()).toBe(String(fights.length));
    await page.locator(".part").first().getByRole("button", { name: "Comparar" }).first().click();
    await page.locator("[data-relation]").waitFor();
    expect(await page.getByLabel("A · Una regla").inputValue()).toBe(fights[0]?.rules[0]);
  });
});

/** Another version of a document, of which rules, effects and their sentences are told. */
function withoutWebhook<Document extends { readonly integrations?: object | undefined }>(document: Document) {
  const webhook = { enabled: true, active: false, url: "https://example.com/aviso" };
  return { ...document, timeZone: "Asia/Tokyo", integrations: { ...document.integrations, webhook } };
}

describe("axe finds nothing against proofs", () => {
  test.each(["light", "dark"])("with everything answered, in the %s theme", async (theme) => {
    for (const [width, document] of [
      [1280, inbox],
      [360, inbox],
      [360, hostileDocument],
    ] as const) {
      const page = await open({
        kept: { document, theme },
        bypassCSP: true,
        viewport: { width, height: 900 },
      });
      await page.getByRole("tab", { name: "Demostrar" }).click();
      await page.getByText(/^Respondidas?:/).waitFor();
      if (document === inbox) await compare(page, "lead-bot", "verificar-rut");
      await inspectAll(page);
      if (document === inbox) await page.locator(".loop").first().waitFor();
      await compareWith(page, withoutWebhook(document));
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
    }
  });
});
