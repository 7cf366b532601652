/** Name of the port that `createAsk` opens and `serve` accepts. */
export const askPort = "ask";

/** What goes over the port to the worker; `{number, answer}` comes back. A single message has no number. */
export interface NumberedCall {
  readonly number: number;
  readonly channel: string;
  readonly body: unknown;
}
