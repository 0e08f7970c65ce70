/** Takes the pictures of the documentation: `npm run screenshots`. */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { test } from "vitest";
import { useBrowser } from "./browser.ts";

const folder = fileURLToPath(new URL("../../../docs/images/", import.meta.url));
const { open } = useBrowser();

test("take them", async () => {
  await mkdir(folder, { recursive: true });
  await take("rules", { width: 1200, height: 1130 }, "light", async (shown) => {
    await shown.getByRole("button", { name: /^Lead bot para/ }).click();
    await shown.locator("fieldset.condition").nth(1).hover();
  });
  await take("try", { width: 1200, height: 1120 }, "light", (shown) =>
    shown.getByRole("tab", { name: "Probar" }).click(),
  );
  await take("prove", { width: 1200, height: 1130 }, "dark", async (shown) => {
    await shown.getByRole("tab", { name: "Demostrar" }).click();
    await shown.getByText("Respondidas: 3 reglas").waitFor();
    const [one, other] = await shown.getByRole("combobox").all();
    await one?.selectOption({ label: "Encuesta manual al cerrar, o al clasificar como soporte" });
    await other?.selectOption({ label: "Notificar cada cierre" });
    await shown.waitForTimeout(1500);
    await shown.getByRole("heading", { name: "Cada regla" }).evaluate((heading) => {
      scrollTo(0, heading.getBoundingClientRect().top + scrollY - 90);
    });
  });
  await take("scenarios", { width: 1200, height: 1000 }, "light", async (shown) => {
    for (const sample of [
      "Primer mensaje, en horario",
      "Ticket que ya atiende alguien",
      "Se cierra un ticket",
    ]) {
      await shown.getByRole("tab", { name: "Probar" }).click();
      await shown.getByRole("button", { name: sample }).click();
      await shown.getByRole("button", { name: "Guardar como escenario" }).click();
    }
    await shown.getByRole("tab", { name: "Escenarios" }).click();
  });
  await take("phone", { width: 360, height: 740 }, "dark", async (shown) => {
    await shown.getByRole("button", { name: /^Lead bot para/ }).click();
    await shown.locator(".sentence").evaluate((sentence) => {
      scrollTo(0, sentence.getBoundingClientRect().top + scrollY - 90);
    });
    await shown.mouse.move(0, 0);
  });
});

/** One picture, in Spanish, once nothing moves any more. */
async function take(
  name: string,
  viewport: { width: number; height: number },
  colorScheme: "light" | "dark",
  prepare: (shown: Page) => Promise<unknown>,
): Promise<void> {
  const shown = await open({ viewport, colorScheme, timezoneId: "America/Santiago" });
  await shown.waitForTimeout(1000);
  await prepare(shown);
  await shown.waitForTimeout(1500);
  const messages = shown.locator(".message button");
  while ((await messages.count()) > 0) await messages.first().click();
  await shown.screenshot({ path: `${folder}playground-${name}.png` });
}
