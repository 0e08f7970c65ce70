/** WCAG 2.2 AA as far as axe-core can tell: every tab, both themes, wide and narrow, and all unfolded. */

import { describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { unfoldAll, useBrowser } from "./browser.ts";
import { hostileDocument } from "./documents.ts";

const { open } = useBrowser();

const cases = ["light", "dark"].flatMap((theme) =>
  [1280, 360].map((width) => ({ theme, width, document: undefined as object | undefined })),
);

describe("axe finds nothing", () => {
  test.each([...cases, { theme: "light", width: 1280, document: hostileDocument }])(
    "in the $theme theme at $width px",
    async ({ theme, width, document }) => {
      // axe comes into the page as a script, which the page's policy would rightly refuse.
      const page = await open({
        bypassCSP: true,
        viewport: { width, height: 900 },
        kept: { theme, ...(document && { document }) },
      });
      await unfoldAll(page);
      for (const name of ["Reglas", "Probar", "Demostrar", "Escenarios"]) {
        await page.getByRole("tab", { name }).click();
        await page.waitForTimeout(1200);
        expect(await violations(page), name).toEqual([]);
      }
      await page.getByRole("tab", { name: "Reglas" }).click();
      await page.getByRole("button", { name: "Añadir regla" }).click();
      expect(await violations(page), "an open menu").toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Archivo" }).click();
      await page.getByRole("menuitem", { name: "Compartir enlace" }).click();
      await page.getByRole("dialog").waitFor();
      expect(await violations(page), "the dialog").toEqual([]);
    },
  );
});
