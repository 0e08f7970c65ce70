/** What the tests of proofs do in the page again and again. */
import type { Page } from "playwright-core";
import type { TicketEvent } from "ticket-rules";
import type { useBrowser } from "../browser.ts";
import { inbox } from "../inbox.ts";

type Open = ReturnType<typeof useBrowser>["open"];

/** A page on this tab, in Spanish. */
export async function openProve(
  open: Open,
  document: object = inbox,
  options: Parameters<Open>[0] = {},
): Promise<Page> {
  const page = await open({ ...options, kept: { document, ...options?.kept } });
  await page.getByRole("tab", { name: "Demostrar" }).click();
  return page;
}

/** The rules that fire on the event that is tried now. */
export async function fired(page: Page): Promise<(string | null)[]> {
  await page.getByRole("heading", { name: "Regla por regla" }).waitFor();
  return page
    .locator(".trace-fired")
    .evaluateAll((cards) => cards.map((card) => card.getAttribute("data-rule")));
}

/** The event that is tried now, once the browser keeps it. */
export async function eventOf(page: Page): Promise<TicketEvent> {
  await page.waitForTimeout(450);
  return JSON.parse(String(await page.evaluate(() => localStorage.getItem("ticket-rules-playground/event"))));
}

/** Takes another version as the one before, and compares. */
export async function compareWith(page: Page, before: object): Promise<void> {
  await page.getByLabel("Otra versión, como JSON").fill(JSON.stringify(before));
  await page.getByRole("button", { name: "Comparar con lo pegado" }).click();
  await page.getByRole("button", { name: "Comparar las versiones" }).click();
  await page.getByTestId("changes").waitFor();
}

/** All rules together. */
export async function inspectAll(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Revisar todas juntas|Look at all together)$/ }).click();
  await page.getByTestId("inspection").waitFor();
}
