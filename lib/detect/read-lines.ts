import type { Blocks } from './blocks';
import { describe } from './describe';
import { candidatesOf } from './extract';
import { linesAround } from './lines';
import type { Pauses, Reading, TextPart } from './page-reader';
import type { Seed } from './seeds';
import { Surroundings } from './surroundings';
import { isVisible } from './units';

/** Reads the lines around some seeds as a person would see them, and gathers what may name a company there. */
export async function readLines(
  seeds: Seed[],
  mayName: (phrase: string) => boolean,
  blocks: Blocks,
  pauses: Pauses,
): Promise<Reading> {
  const surroundings = new Surroundings();
  const parts: TextPart[] = [];
  const byElement = new Map<Element, TextPart>();
  const hidden = new Set<Element>();
  const done = new Set<Text>();
  for (const { node } of seeds) {
    if (done.has(node) || !node.isConnected) continue;
    for (const line of linesAround(node, blocks)) {
      const { element } = line;
      for (const one of line.nodes) done.add(one.node);
      const block = describe(line, surroundings);
      if (!block) continue;
      if (!isVisible(element)) {
        hidden.add(element);
        continue;
      }
      let part = byElement.get(element);
      if (!part) {
        part = { element, blocks: [], items: [] };
        byElement.set(element, part);
        insert(parts, part);
      }
      part.items.push(...candidatesOf(block, part.blocks.length, mayName));
      part.blocks.push(line);
    }
    if (pauses.due) await pauses.take();
  }
  return { parts, hidden: [...hidden] };
}

/** Adds a part that was met last: it goes to the end, unless it stands around some that were met before. */
function insert(parts: TextPart[], part: TextPart): void {
  let at = parts.length;
  while (at > 0 && part.element.contains(parts[at - 1]!.element)) at--;
  parts.splice(at, 0, part);
}
