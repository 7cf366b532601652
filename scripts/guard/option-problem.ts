/**
 * What is wrong with the options of a command, in words that quote no value: an admin may have put a passphrase in the place
 * of one. `undefined` where the error is no such thing.
 */
export function optionProblem(error: unknown): string | undefined {
  if (!(error instanceof TypeError) || !("code" in error)) return undefined;
  const option = /^(?:Unknown option|Option) '(-{1,2}[a-z][a-z-]{0,40})/.exec(error.message)?.[1];
  if (error.code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL")
    return "a word stands where an option is expected: each value follows the option that it is for";
  if (option === undefined) return "an option is not known, or has no value";
  if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return `there is no option ${option} here`;
  return error.message.includes("does not take")
    ? `the option ${option} takes no value`
    : `the option ${option} needs a value after it`;
}
