import "./jitless.ts";
import "./styles/index.css";
import { start } from "./app/start.tsx";
import { serve } from "./worker/serve.ts";

// The same script is the page and, where there is no document, its worker.
if (typeof globalThis.document === "undefined") serve();
else start();
