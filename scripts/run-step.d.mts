/** Program, arguments; see run-step.mjs. */
export interface StepOptions {
  readonly show?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}
export interface StepResult {
  readonly status: number;
  readonly output: string;
}
export declare function runStep(
  command: string,
  args: readonly string[],
  options?: StepOptions,
): Promise<StepResult>;
export declare function runTool(
  tool: string,
  args: readonly string[],
  options?: StepOptions,
): Promise<StepResult>;
