/** Leaves out of the page what it bundles and never uses. Each is looked for: a build in which one is gone fails. */
import type { Plugin } from "vite";

/** Stands for a module that is left out. */
const STAND_IN = "\0left-out:";

/** zod's methods that bring formats of strings, as `email(params) { … }`, or kinds of schemas that nothing in the page has. */
const METHODS = {
  formats: /^ {4}\w+\(params\) \{\n {8}return this\.check\(core\._\w+\(Zod\w+, params\)\);\n {4}\},\n/gm,
  kinds:
    /^ {4}(?:exactOptional|nonoptional|and|transform|default|prefault|catch|pipe|readonly|partial|exactPartial|required)\(.*\) \{\n {8}return .*\n {4}\},\n/gm,
  codecs: /^ {4}(?:async )?(?:safe)?(?:en|de)code(?:Async)?\b.*\{\n {8}return .*\n {4}\},\n/gim,
};

/** Objects that zod compiles with `new Function`, which the page's policy forbids; they read the same without. */
const COMPILING = "core.$ZodObjectJIT.init";

/**
 * zod: making JSON schemas, for which every schema gets methods that nothing in the page calls; formats of strings, such as
 * e-mail addresses, and kinds of schemas that the library has not; writing instead of reading, and compiling; its own
 * English texts, since the library's schemas bring theirs.
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
    transform(code, id) {
      if (/\/zod\/v4\/classic\/schemas\.js$/.test(id)) {
        let rest = code;
        for (const [what, methods] of Object.entries(METHODS)) {
          if (rest.search(methods) !== -1) left.add(what);
          rest = rest.replace(methods, "");
        }
        if (rest.includes(COMPILING)) left.add("compiling");
        return { code: rest.replace(COMPILING, "core.$ZodObject.init"), map: null };
      }
      const loading = 'import("fast-check")';
      if (!code.includes(loading)) return undefined;
      left.add("fast-check");
      return { code: code.replace(loading, "Promise.reject()"), map: null };
    },
    buildEnd(error) {
      if (error === undefined && left.size !== 8)
        this.error(`to leave out were eight parts, found: ${[...left].join(", ")}`);
    },
  };
}
