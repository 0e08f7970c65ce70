/** Leaves out of the page what it bundles and never uses. Each is looked for: a build in which one is gone fails. */
import type { Plugin } from "vite";

/** Stands for a module that is left out. */
const STAND_IN = "\0left-out:";

/**
 * zod: making JSON schemas. Every schema gets the methods for it, which nothing in the page calls. Its own English texts:
 * the library's schemas bring theirs.
 * `ticket-rules/testing`: loading fast-check, for generated workspaces, which have no place in the page.
 */
export function leaveOutUnused(): Plugin {
  const left = new Set<string>();
  return {
    name: "leave out what is not used",
    enforce: "pre",
    apply: "build",
    resolveId(id, importer) {
      const name = /\/(to-json-schema|json-schema-processors|locales\/en)\.js$/.exec(id)?.[1];
      if (name === undefined || !/\/zod\/v4\/classic\/schemas\.js$/.test(importer ?? "")) return undefined;
      left.add(name);
      return STAND_IN + name;
    },
    load(id) {
      if (id === `${STAND_IN}json-schema-processors`) return "export {};";
      if (id === `${STAND_IN}locales/en`) return "export default () => ({});";
      if (id !== `${STAND_IN}to-json-schema`) return undefined;
      const none = "() => undefined";
      return `export const createToJSONSchemaMethod = ${none}, createStandardJSONSchemaMethod = ${none};`;
    },
    transform(code) {
      const loading = 'import("fast-check")';
      if (!code.includes(loading)) return undefined;
      left.add("fast-check");
      return { code: code.replace(loading, "Promise.reject()"), map: null };
    },
    buildEnd(error) {
      if (error === undefined && left.size !== 4)
        this.error(`to leave out were four parts, found: ${[...left].join(", ")}`);
    },
  };
}
