const WIDTH = 30;

/** A bar on stderr that grows in place; a line a step where no terminal is there to see it. */
export function progress(title: string): (done: number, of: number) => void {
  const { stderr } = process;
  if (!stderr.isTTY) {
    stderr.write(`Minnow: ${title} …\n`);
    return () => {};
  }
  return (done, of) => {
    const share = Math.min(1, done / of);
    const filled = Math.round(share * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    stderr.write(
      `\r${title.padEnd(24)} ${bar} ${String(Math.round(share * 100)).padStart(3)}%${share === 1 ? '\n' : ''}`,
    );
  };
}
