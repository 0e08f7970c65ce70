/** Many rules: the page holds only those near what is in sight, and typing touches one. */
import { expect, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { documentOf } from "./documents.ts";

const { open } = useBrowser();

/** What the page is asked to count. */
interface Counted {
  readonly touched: ReadonlySet<string>;
  changes: number;
}

test("500 rules: few are in the page, and a letter touches one of them", async () => {
  const page = await open({ kept: { document: documentOf(500) } });
  const nodes = () => page.evaluate(() => document.querySelectorAll("*").length);
  expect(await page.locator("h2 .count").textContent()).toBe("500");
  expect(await nodes()).toBeLessThan(4000);

  // As many at the end of the list.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.locator(".rule-name", { hasText: "Regla número 499" }).waitFor();
  expect(await nodes()).toBeLessThan(4000);

  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole("button", { name: /^Regla número 0/ }).click();
  // A letter changes its own rule and no other, however many there are.
  await page.evaluate(() => {
    const touched = new Set<string>();
    Object.assign(globalThis, { touched, changes: 0 });
    new MutationObserver((seen) => {
      (globalThis as unknown as Counted).changes += seen.length;
      for (const { target } of seen) {
        const element = target instanceof Element ? target : target.parentElement;
        touched.add(element?.closest(".rule")?.getAttribute("aria-posinset") ?? "");
      }
    }).observe(document.querySelector(".rule-list") ?? document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  const name = page.getByLabel("Nombre", { exact: true });
  await name.press("End");
  const letters = " con un nombre bastante más largo";
  await name.pressSequentially(letters);
  expect(await page.locator(".rule-name").first().textContent()).toBe(`Regla número 0${letters}`);
  const { touched, changes } = await page.evaluate(() => {
    const counted = globalThis as unknown as Counted;
    return { touched: [...counted.touched], changes: counted.changes };
  });
  expect(touched).toEqual(["1"]);
  expect(changes).toBeLessThan(40 * letters.length);

  // What is looked for is found wherever it stands.
  await page.getByLabel("Buscar reglas").fill("número 412");
  expect(await page.locator(".rule-name").allTextContents()).toEqual(["Regla número 412"]);
});
