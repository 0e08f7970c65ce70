"use strict";
// As loadFastCheck.ts, for CommonJS, which cannot wait at the top of a module. `npm run build` puts it beside the entries.
try {
  exports.loaded = { fc: require("fast-check") };
} catch (error) {
  exports.loaded = { error };
}
