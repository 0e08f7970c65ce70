/** After tsup: what makes `ticket-rules/testing` usable where fast-check is not installed. */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";

const root = new URL("../", import.meta.url);

copyFileSync(
  new URL("src/testing/fastCheck/loadFastCheck.cjs", root),
  new URL("dist/loadFastCheck.cjs", root),
);

// An absent package is an error in declarations, for those who check libraries too. Its types are then `any`.
for (const file of ["dist/testing.d.ts", "dist/testing.d.cts"]) {
  const text = readFileSync(new URL(file, root), "utf8");
  const imports = text.match(/^import .* from 'fast-check';$/gm) ?? [];
  if (imports.length !== 1)
    throw new Error(`${file}: expected one import of fast-check, found ${imports.length}`);
  writeFileSync(
    new URL(file, root),
    text.replace(imports[0], `// @ts-ignore fast-check is optional\n${imports[0]}`),
  );
}
