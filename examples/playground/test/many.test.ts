/** Many rules: the page holds only those near what is in sight, and typing stays fluid. */
import { expect, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { documentOf } from "./documents.ts";

const { open } = useBrowser();

test("500 rules: few are in the page, and no letter holds it up", async () => {
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
  // Checking runs beside the page; what is counted is the page's own work at each letter.
  const name = page.getByLabel("Nombre", { exact: true });
  await page.evaluate(() => {
    const seen = ((globalThis as unknown as { longTasks: number[] }).longTasks = []) as number[];
    new PerformanceObserver((list) =>
      seen.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: "longtask",
    });
  });
  await name.press("End");
  await name.pressSequentially(" con un nombre bastante más largo", { delay: 20 });
  await page.waitForTimeout(300);
  const longTasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
  expect(longTasks.filter((duration) => duration > 200)).toEqual([]);
  expect(await page.locator(".rule-name").first().textContent()).toBe(
    "Regla número 0 con un nombre bastante más largo",
  );

  // What is looked for is found wherever it stands.
  await page.getByLabel("Buscar reglas").fill("número 412");
  expect(await page.locator(".rule-name").allTextContents()).toEqual(["Regla número 412"]);
});
