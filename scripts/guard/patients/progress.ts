/** How far it is, on a terminal, where it takes longer than a moment. */

interface Progress {
  show(fraction: number): void;
  end(): void;
}

const first = 500; // milliseconds
const between = 200;

export function newProgress(doing: string): Progress {
  const terminal = process.stderr.isTTY;
  let next = performance.now() + first;
  let written = false;
  return {
    show(fraction) {
      if (!terminal || performance.now() < next) return;
      next = performance.now() + between;
      written = true;
      process.stderr.write(`\r${doing}: ${String(Math.floor(fraction * 100)).padStart(3)} %`);
    },
    end() {
      if (written) process.stderr.write("\r\u001b[K");
    },
  };
}
