// Builds dist/chrome and dist/firefox:   node scripts/build.mjs [chrome|firefox]
import { runTool } from "./run-step.mjs";

const asked = process.argv.slice(2);
const targets = asked.length > 0 ? asked : ["chrome", "firefox"];
for (const target of targets) {
  if (!["chrome", "firefox"].includes(target)) {
    console.error(`build: no target ${target}; there are chrome and firefox`);
    process.exit(1);
  }
  const started = performance.now();
  const { status, output } = await runTool("vite", ["build", "--mode", target, "--logLevel", "warn"]);
  if (output.trim() !== "") console.error(output.trim());
  if (status !== 0) process.exit(status);
  console.log(`build: dist/${target} in ${Math.round(performance.now() - started)} ms`);
}
