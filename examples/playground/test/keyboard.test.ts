/** A rule from nothing to its decision, without a pointer. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { documentOf } from "./documents.ts";

const { open } = useBrowser();

/** Presses Tab until what has the focus is what is wanted; the focus must be in sight on each stop. */
async function tabTo(page: Page, wanted: string, most = 60): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    expect(now.isInSight, `the focus is in sight on «${now.name}»`).toBe(true);
    if (now.name === wanted) return;
  }
  throw new Error(`no way by Tab to «${wanted}»`);
}

/** What has the focus: its name, and whether it can be seen. */
function focused(page: Page): Promise<{ name: string; isInSight: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return { name: "", isInSight: false };
    const labels = "labels" in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const name = element.ariaLabel ?? (labels[0]?.textContent || element.textContent) ?? "";
    const seen = element.matches(".segment input") ? (element.nextElementSibling ?? element) : element;
    const { top, bottom, width, height } = seen.getBoundingClientRect();
    const isInSight = width > 1 && height > 1 && bottom > 0 && top < innerHeight;
    return { name: name.trim(), isInSight };
  });
}

describe("with the keyboard alone", () => {
  test("a rule is added, filled in, moved to the front and undone", async () => {
    const page = await open({ kept: { document: documentOf(2) } });
    await page.keyboard.press("Tab");
    expect((await focused(page)).name).toBe("Ir al contenido");
    await tabTo(page, "Añadir regla");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect((await focused(page)).name).toBe("Regla de Webhook de notificaciones");
    await page.keyboard.press("Enter");

    // The focus goes to the name of the new rule.
    await expect.poll(async () => (await focused(page)).name).toBe("Nombre");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Sin ratón");
    await tabTo(page, "Primera condición");
    await page.keyboard.press("ArrowDown");
    await tabTo(page, "Añadir condición");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Space");
    const rule = page.locator(".rule").last();
    expect(await rule.locator(".sentence").textContent()).toBe(
      "Al recibir un mensaje del cliente, si la cuenta es «Wsp empresa - Whatsapp», entonces se enviará la notificación.",
    );

    // Its handle moves it, and keeps the focus.
    const handle = "Mover con las flechas arriba y abajo: Sin ratón";
    await page.getByRole("button", { name: handle }).focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect((await focused(page)).name).toBe(handle);
    expect(await page.locator(".rule-name").allTextContents()).toEqual([
      "Sin ratón",
      "Regla número 0",
      "Regla número 1",
    ]);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    expect(await page.locator(".rule-name").last().textContent()).toBe("Sin ratón");
  });

  test("what is deleted gives the focus to what comes into its place", async () => {
    const page = await open();
    await page.getByRole("button", { name: /^Lead bot para/ }).click();
    for (const left of ["Condición 1", ""]) {
      await page.getByRole("button", { name: "Eliminar condición: Condición 1" }).focus();
      await page.keyboard.press("Enter");
      const expected = left === "" ? "Añadir condición" : `Mover con las flechas arriba y abajo: ${left}`;
      await expect.poll(async () => (await focused(page)).name).toBe(expected);
      expect(await page.locator(".messages").innerText()).toContain(
        "Hecho: Eliminar condición: Condición 1.",
      );
    }
    await page.getByRole("button", { name: /^Eliminar regla: Lead bot/ }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await focused(page)).name).toMatch(/^Encuesta manual/);
    // One thing is told at a time.
    expect(await page.locator(".message").allInnerTexts()).toEqual([
      expect.stringContaining("Hecho: Eliminar regla: Lead bot para tickets"),
    ]);
  });

  test("tabs are one stop, with arrows within", async () => {
    const page = await open();
    await page.getByRole("tab", { name: "Reglas" }).focus();
    await page.keyboard.press("ArrowRight");
    expect((await focused(page)).name).toBe("Probar");
    await page.keyboard.press("End");
    expect((await focused(page)).name).toBe("Escenarios");
    await page.keyboard.press("ArrowRight");
    expect((await focused(page)).name).toBe("Reglas");
  });

  test("a menu closes with Escape and gives the focus back", async () => {
    const page = await open();
    const button = page.getByRole("button", { name: "Archivo" });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("menu").count()).toBe(0);
    expect((await focused(page)).name).toBe("Archivo");
  });

  test("a word of the sentence leads to its condition", async () => {
    const page = await open();
    await page.getByRole("button", { name: /^Lead bot para/ }).click();
    await page.locator(".word").first().focus();
    for (let word = 0; word < 2; word += 1) await page.keyboard.press("ArrowRight");
    expect(await page.locator("fieldset.condition.lit").count()).toBe(1);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
  });
});

describe("with the pointer", () => {
  test("a rule is dragged to another place", async () => {
    const page = await open();
    const handles = page.locator(".rule .handle");
    const from = await handles.nth(0).boundingBox();
    const to = await page.locator(".rule").nth(2).boundingBox();
    if (from === null || to === null) throw new Error("not in sight");
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, to.y + to.height - 4, { steps: 6 });
    await page.mouse.up();
    expect(await page.locator(".rule-name").last().textContent()).toContain("Lead bot");
  });
});
