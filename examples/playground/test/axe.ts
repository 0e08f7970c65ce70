import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe has against the page as it stands: the rule and the elements, so that a failure says what to mend. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const { violations: all } = await inPage.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return all.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
    );
  });
  return found.map(({ id, html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`);
}
