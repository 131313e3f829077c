/** Tells the person at the terminal what is going on; stderr, so that a command's own output stays pure. */
export function say(message: string): void {
  console.error(`Minnow: ${message}`);
}
