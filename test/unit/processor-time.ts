/**
 * Milliseconds that this process has computed so far, in all its threads: other than a clock it does not run on while the
 * machine does something else, so that a bound on it holds on a busy machine too. Each test file is a process of its own.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
