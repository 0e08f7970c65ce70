/** The worker while the page is being developed. */
import "../jitless.ts";
import { serve } from "./serve.ts";

serve();
