/** The built page in a real browser. */

import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { FLAGS, pathOfChromium } from "./chromium.ts";

/** The page, as it is opened from a disk. */
export const address = new URL("../dist/index.html", import.meta.url).href;

/** What a page is opened with. */
export interface PageOptions extends BrowserContextOptions {
  /** What is in the browser's store before the page opens, by name. */
  readonly kept?: { readonly [name: string]: unknown };
  readonly hash?: string;
  /** What the page is meant to complain about. */
  readonly expected?: RegExp;
  /** Runs in the page before its own script. */
  readonly before?: () => void;
}

/** A browser for the tests of one file. Each test fails for what its pages said on the console. */
export function useBrowser(): { open: (options?: PageOptions) => Promise<Page> } {
  let browser: Browser;
  let pages: Page[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: pathOfChromium(), args: FLAGS });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const page of pages) await page.context().close();
    pages = [];
    const said = complaints;
    complaints = [];
    expect(said, "what the pages complained about").toEqual([]);
  });

  return {
    async open({ kept = {}, hash = "", before, expected, ...options } = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        locale: "es-CL",
        offline: true,
        reducedMotion: "reduce",
        acceptDownloads: true,
        ...options,
      });
      await context.addInitScript((entries) => {
        // Once: what the page keeps itself must survive a reload. A worker has no store.
        if (typeof localStorage === "undefined" || localStorage.length > 0) return;
        for (const [name, text] of entries) localStorage.setItem(`ticket-rules-playground/${name}`, text);
      }, entriesOf(kept));
      if (before !== undefined) await context.addInitScript(before);
      const page = await context.newPage();
      page.on("console", (message) => {
        const text = message.text();
        if (!["error", "warning"].includes(message.type()) || expected?.test(text)) return;
        complaints.push(text);
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => {
        const url = request.url();
        if (!/^(file|data|blob):/.test(url)) complaints.push(`asked the network for ${url}`);
      });
      pages.push(page);
      await page.goto(address + hash);
      await page.getByRole("tablist").waitFor();
      return page;
    },
  };
}

function entriesOf(kept: { readonly [name: string]: unknown }): [string, string][] {
  return Object.entries(kept).map(([name, value]) => [
    name,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
}

/** Unfolds everything of the rules' tab, from the end: what is out of sight may not be in the page. */
export async function unfoldAll(page: Page): Promise<void> {
  const buttons = await page.locator(".rules-view .fold-button").all();
  for (const button of buttons.reverse()) await button.click();
}
