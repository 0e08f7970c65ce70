/** The page as a file: its size, its policy, its links, what it keeps, and that nothing breaks it. */
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hashOf } from "../src/state/share.ts";
import { address, unfoldAll, useBrowser } from "./browser.ts";
import { documentOf, hostileDocument } from "./documents.ts";

const { open } = useBrowser();

const TABS = ["Reglas", "Probar", "Demostrar", "Escenarios"];

async function eachTab(page: Page, visit: (name: string) => Promise<void>): Promise<void> {
  for (const name of TABS) {
    await page.getByRole("tab", { name }).click();
    await visit(name);
  }
}

async function fileMenu(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Archivo" }).click();
  await page.getByRole("menuitem", { name }).click();
}

describe("the built page", () => {
  test("is one file of less than 200 kB, compressed", async () => {
    const html = await readFile(new URL(address));
    expect(gzipSync(html, { level: 9 }).length).toBeLessThan(200_000);
    expect(String(html)).not.toMatch(/<script[^>]+src=|<link[^>]+href="(?!data:,)/);
  });

  test("allows no script but its own, and no evaluation of text", async () => {
    const html = String(await readFile(new URL(address)));
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
    expect(policy).toMatch(/default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+';/);
    expect(policy).not.toContain("unsafe");
    const page = await open({ expected: /Content Security Policy/ });
    const isRun = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "globalThis.injected = true";
      document.body.append(script);
      return "injected" in globalThis;
    });
    expect(isRun).toBe(false);
  });

  test("opens from a disk, without a network, on every tab, and says nothing on the console", async () => {
    const page = await open();
    expect(page.url()).toMatch(/^file:/);
    await eachTab(page, async (name) => {
      expect(await page.getByRole("tabpanel").textContent()).not.toBe("");
      expect(await page.title()).toBe(`${name} · ticket-rules`);
    });
  });

  test("has its rules checked by a worker, which is its own script", async () => {
    const page = await open();
    await expect
      .poll(() => page.workers().map((worker) => worker.url().slice(0, 20)))
      .toEqual(["data:text/javascript"]);
    await page.getByRole("button", { name: /^Lead bot para/ }).click();
    await page.getByText("NO", { exact: true }).first().click();
    await page.locator(".findings").first().waitFor();
  });

  test.each([
    ["that has no workers", () => Reflect.deleteProperty(globalThis, "Worker")],
    [
      "that refuses to start one",
      () => {
        const Refused = class extends EventTarget {
          constructor() {
            super();
            setTimeout(() => this.dispatchEvent(new ErrorEvent("error")));
          }
          postMessage(): void {}
          terminate(): void {}
        };
        Object.assign(globalThis, { Worker: Refused });
      },
    ],
  ])("has its rules checked in a browser %s", async (_, before) => {
    const page = await open({ before });
    await page.getByRole("button", { name: /^Lead bot para/ }).click();
    await page.getByText("NO", { exact: true }).first().click();
    await page.locator(".findings").first().waitFor();
  });

  test("keeps working where nothing can be kept, and says so", async () => {
    const page = await open({
      before: () => {
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      },
    });
    await page.getByRole("button", { name: /^Notificar cada cierre/ }).click();
    await page.getByLabel("Nombre", { exact: true }).fill("Otro");
    await page.getByText("Este navegador no deja guardar nada").waitFor();
    expect(await page.locator(".rule-name").last().textContent()).toBe("Otro");
  });

  test("shifts nothing while it loads", async () => {
    const page = await open({ kept: { document: documentOf(30) } });
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 1500);
        }),
    );
    expect(shift).toBeLessThan(0.02);
  });
});

describe("what is edited", () => {
  test("is there again after a reload, with language and theme", async () => {
    const page = await open();
    await page.getByRole("button", { name: /^Notificar cada cierre/ }).click();
    await page.getByLabel("Nombre", { exact: true }).fill("Otro nombre");
    await page.getByText("EN", { exact: true }).click();
    await page.getByRole("button", { name: "Theme" }).click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    await expect.poll(() => keptDocument(page)).toContain("Otro nombre");
    await page.reload();
    await page.locator(".rule-name", { hasText: "Otro nombre" }).waitFor();
    expect(await page.getByRole("tab", { name: "Prove it" }).count()).toBe(1);
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
  });

  test("travels by link, without secrets, and comes as an edit that can be undone", async () => {
    const scenarios = { schemaVersion: 1, scenarios: [{ name: "uno", expect: {} }] };
    const page = await open({ kept: { document: documentOf(3) } });
    await fileMenu(page, "Compartir enlace");
    const link = await page.getByLabel("Enlace", { exact: true }).inputValue();
    await page.getByRole("button", { name: "Cerrar" }).click();
    const hash = link.slice(link.indexOf("#"));
    expect(hash).toMatch(/^#w=[\w-]+$/);

    const other = await open({ hash, kept: { scenarios } });
    await other.getByText("Regla número 2").first().waitFor();
    expect(other.url()).not.toContain("#");
    await expect.poll(() => keptDocument(other)).toContain("Regla número 2");
    expect(await keptDocument(other)).not.toMatch(/token-secreto|whsec_secreto/);
    await other.getByRole("button", { name: /^Deshacer/ }).click();
    await other.getByText("Lead bot para tickets").first().waitFor();
    await expect.poll(() => keptDocument(other, "scenarios")).toBe(JSON.stringify(scenarios));
  });

  test("is not lost to a link: its scenarios come after one's own, and undo brings back all, the event too", async () => {
    const scenarioOf = (name: string, expect = {}) => ({ name, event: { id: "x" }, expect });
    const mine = { schemaVersion: 1, scenarios: [scenarioOf("uno"), scenarioOf("dos")] };
    const theirs = {
      schemaVersion: 1,
      scenarios: [scenarioOf("uno"), scenarioOf("dos", { fired: [] }), scenarioOf("tres")],
    };
    const event = { id: "mi-evento", type: "ticket.closed", at: "2026-03-16T12:00:00Z", ticket: { id: "t" } };
    const hash = await hashOf({
      document: JSON.parse(JSON.stringify(documentOf(3))),
      event: { id: "de-otro" },
      scenarios: theirs,
    });
    const page = await open({ hash, kept: { event, scenarios: mine } });
    await page.getByText("Sus escenarios (2) están después de los tuyos.").waitFor();
    const names = async () =>
      JSON.parse(await keptDocument(page, "scenarios")).scenarios.map(({ name }: { name: string }) => name);
    await expect.poll(names).toEqual(["uno", "dos", "dos (2)", "tres"]);
    await expect.poll(() => keptDocument(page, "event")).toContain("de-otro");
    await page.getByRole("button", { name: "Deshacer: Abrir un enlace" }).click();
    await page.getByText("Lead bot para tickets").first().waitFor();
    await expect.poll(() => keptDocument(page, "scenarios")).toBe(JSON.stringify(mine));
    await expect.poll(() => keptDocument(page, "event")).toBe(JSON.stringify(event));
    await page.getByRole("button", { name: "Rehacer: Abrir un enlace" }).click();
    await expect.poll(names).toEqual(["uno", "dos", "dos (2)", "tres"]);
  });

  test("in another tab comes into this one, which neither loses it nor its own", async () => {
    const page = await open();
    const other = await page.context().newPage();
    await other.goto(address);
    const rename = async (where: Page, name: string) => {
      await where.getByRole("button", { name: /^Notificar cada cierre|^De la otra/ }).click();
      await where.getByLabel("Nombre", { exact: true }).fill(name);
    };
    await rename(other, "De la otra");
    await page.getByText("Se cambió algo en otra pestaña").waitFor();
    await page.locator(".rule-name", { hasText: "De la otra" }).waitFor();
    await rename(page, "De esta");
    await other.locator(".rule-name", { hasText: "De esta" }).waitFor();
    await other.getByRole("button", { name: "Deshacer: Cambios de otra pestaña" }).click();
    await page.locator(".rule-name", { hasText: "De la otra" }).waitFor();
    await expect.poll(() => keptDocument(page)).toContain("De la otra");
  });

  test("at the same time in two tabs: who loses is told, and can have it back", async () => {
    const page = await open();
    await page.getByRole("button", { name: /^Notificar cada cierre/ }).click();
    const theirs = JSON.stringify(documentOf(2));
    // What another tab keeps arrives before this one has kept its own.
    await page.getByLabel("Nombre", { exact: true }).evaluate((field: HTMLInputElement, newValue) => {
      field.value = "Mío";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      dispatchEvent(new StorageEvent("storage", { key: "ticket-rules-playground/document", newValue }));
    }, theirs);
    await page.getByText("Otra pestaña guardó cambios al mismo tiempo").waitFor();
    await expect.poll(() => keptDocument(page)).toContain("Mío");
  });

  test("a broken link is told, and breaks nothing", async () => {
    const page = await open({ hash: "#w=AAAAnonsense" });
    await page.getByText("El enlace está incompleto o dañado").waitFor();
    await page.getByText("Lead bot para tickets").first().waitFor();
  });

  test("is undone and done again by keys, typing as one step", async () => {
    const page = await open();
    await page.getByRole("button", { name: /^Notificar cada cierre/ }).click();
    const name = page.getByLabel("Nombre", { exact: true });
    await name.press("End");
    await name.pressSequentially(" y más");
    await page.keyboard.press("Control+z");
    expect(await name.inputValue()).toBe("Notificar cada cierre");
    await page.keyboard.press("Control+Shift+z");
    expect(await name.inputValue()).toBe("Notificar cada cierre y más");
  });

  test("is what a file holds, with a placeholder for keys that were left out", async () => {
    const page = await open();
    const { timepoints, ...rest } = documentOf(2).integrations;
    const { apiToken: _, ...bare } = timepoints;
    await importText(page, JSON.stringify({ ...documentOf(2), integrations: { ...rest, timepoints: bare } }));
    await page.getByText("en su lugar hay un texto de relleno").waitFor();
    expect(await page.locator(".rule").count()).toBe(2);
    expect(await page.locator(".badge.error").count()).toBe(0);
  });

  test.each([
    ["no JSON", "{", "El archivo no es JSON"],
    ["no object", "[1]", "El archivo no contiene un espacio de trabajo"],
  ])("a file that is %s is refused and changes nothing", async (_, text, said) => {
    const page = await open();
    await importText(page, text);
    await page.getByText(said).waitFor();
    expect(await page.locator(".rule").count()).toBe(3);
  });
});

/** What the browser holds of the work. */
async function keptDocument(page: Page, name = "document"): Promise<string> {
  return String(await page.evaluate((key) => localStorage.getItem(key), `ticket-rules-playground/${name}`));
}

async function importText(page: Page, text: string): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await fileMenu(page, "Importar archivo");
  const file = { name: "w.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await (await choosing).setFiles(file);
}

describe("on a phone of 360 px, and with hostile text", () => {
  test.each([
    ["the rules it begins with", undefined],
    ["hostile text", hostileDocument],
  ])("%s: nothing is wider than the screen, on any tab", async (_, kept) => {
    const page = await open({
      viewport: { width: 360, height: 740 },
      ...(kept && { kept: { document: kept } }),
    });
    await unfoldAll(page);
    await eachTab(page, async (name) => {
      await page.waitForTimeout(300);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, `width of ${name}`).toBeLessThanOrEqual(360);
      expect(await page.evaluate(() => "broken" in globalThis)).toBe(false);
    });
  });

  test("every issue of a document in which all is wrong stands somewhere on the page", async () => {
    const page = await open({ kept: { document: hostileDocument } });
    await unfoldAll(page);
    const shown = new Set(await page.locator(".issues li").allTextContents());
    const { describeIssue, issuesOf, Workspace } = await import("ticket-rules");
    const parsed = Workspace.safeParse(hostileDocument);
    const told = parsed.success
      ? []
      : issuesOf(parsed.error).map((issue) => describeIssue(issue, { locale: "es" }));
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter((text) => !shown.has(text))).toEqual([]);
  });
});
