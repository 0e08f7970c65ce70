/** Before any schema is made: zod must not try `new Function`, which the page's content security policy forbids. */
import * as z from "zod";

z.config({ jitless: true });
