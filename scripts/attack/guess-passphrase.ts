/** How fast this machine guesses passphrases, and how long that takes. */
import { pbkdf2 } from "node:crypto";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";

const stretch = promisify(pbkdf2);
const year = 365.25 * 86_400; // seconds

/** Guesses a second on all cores (Node's pool has at most four threads unless UV_THREADPOOL_SIZE says more). */
export async function guessRate(rounds: number, seconds: number): Promise<{ rate: number; threads: number }> {
  const threads = Math.min(availableParallelism(), Number(process.env["UV_THREADPOOL_SIZE"] ?? 4));
  const salt = Buffer.alloc(16, 7);
  const started = performance.now();
  let guesses = 0;
  const work = async (thread: number): Promise<void> => {
    for (let guess = 0; performance.now() - started < seconds * 1000; guess++, guesses++)
      await stretch(`guess ${thread} ${guess}`, salt, rounds, 32, "sha256");
  };
  await Promise.all(Array.from({ length: threads }, (_, thread) => work(thread)));
  return { rate: guesses / ((performance.now() - started) / 1000), threads };
}

/** Years until half of the passphrases of so many bits are tried. */
export const yearsFor = (bits: number, rate: number): number => 2 ** (bits - 1) / rate / year;
