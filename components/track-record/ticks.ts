/**
 * Round numbers between two ends, two to six of them, zero among them where it lies between.
 * Steps are 1, 2 or 5 times a power of ten.
 */
export function roundTicks(low: number, high: number): number[] {
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = [1, 2, 5, 10].map((times) => times * power);
  const wanted = steps.findIndex((step) => step >= rough * (1 - 1e-9));
  const ticks = multiples(low, high, steps[wanted]!);
  // Of steps of five there may be one alone, as from −3.7 to 4.3
  return ticks.length > 1 ? ticks : multiples(low, high, steps[wanted - 1]!);
}

function multiples(low: number, high: number, step: number): number[] {
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}
