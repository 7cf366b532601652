/**
 * The only import of zod. `jitless` must be set before the first schema is built: zod otherwise probes
 * `new Function`, which the extension's content security policy forbids and the browser logs as a violation
 * (colinhacks/zod#4461).
 */
import * as z from "zod/mini";

z.config({ jitless: true });

export { z };
