/** Makes the build one file: script and style stand in the page, under a content security policy that names both. */
import { createHash } from "node:crypto";
import { minify } from "terser";
import type { Plugin } from "vite";

/** The plugin. */
export function onePage(): Plugin {
  return {
    name: "one page",
    apply: "build",
    enforce: "post",
    async generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const page = files.find(({ fileName }) => fileName === "index.html");
      if (page?.type !== "asset") throw new Error("no page was built");
      let script = "";
      let style = "";
      for (const file of files) {
        if (file.type === "chunk") script += asInline(await smallest(file.code), "script");
        else if (file.fileName.endsWith(".css")) style += asInline(String(file.source), "style");
        if (file !== page) delete bundle[file.fileName];
      }
      page.source = withParts(String(page.source), script, style);
    },
  };
}

/** What the bundler has minified, minified further: 1 % smaller in the end. */
async function smallest(code: string): Promise<string> {
  const { code: smaller } = await minify(code, {
    module: true,
    ecma: 2020,
    compress: { passes: 2, unsafe_arrows: true },
  });
  return smaller ?? code;
}

function withParts(page: string, script: string, style: string): string {
  const bare = page
    .replace(/\s*<script\b[^>]*><\/script>/g, "")
    .replace(/\s*<link rel="stylesheet"[^>]*>/g, "");
  // Functions: in a text to replace with, `$&` would mean something.
  return bare
    .replace(
      "<head>",
      () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}" />`,
    )
    .replace("</head>", () => `<style>${style}</style>\n  </head>`)
    .replace("</body>", () => `<script type="module" data-page>${script}</script>\n  </body>`);
}

function policyOf(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "worker-src data:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Text that cannot end the element it stands in. */
function asInline(text: string, element: string): string {
  return text.replaceAll(`</${element}`, `<\\/${element}`).replaceAll("<!--", "<\\!--");
}
