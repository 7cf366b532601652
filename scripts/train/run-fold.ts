import { runFold } from "./fold.ts";

process.send?.(runFold(process.argv[2] ?? ""), () => process.disconnect());
