import type { Splice } from '../detect/page-memory';
import type { TextPart } from '../detect/page-reader';
import { comparePlaces, holds } from '../detect/places';
import type { Mention } from '../detect/types';

/** A part of the page that may name a company, and what the background found in it. */
export interface Part extends TextPart {
  mentions: Mention[];
  /** Whether its mentions, or the text nodes they stand in, are new since it was last drawn. */
  altered: boolean;
}

/** The parts of a page in its order, kept in step with what the background holds. */
export class PageParts implements Iterable<Part> {
  private parts: PartState[] = [];
  private readonly elements = new Map<Element, PartState>();

  get size(): number {
    return this.parts.length;
  }

  has(element: Element): boolean {
    return this.elements.has(element);
  }

  at(index: number): Part | undefined {
    return this.parts[index];
  }

  [Symbol.iterator](): Iterator<Part> {
    return this.parts[Symbol.iterator]();
  }

  /** Puts what was read in some elements in the place of what they held before. Answers what to tell the background. */
  update(roots: readonly Element[], now: readonly TextPart[]): Splice[] {
    const splices = this.prune();
    let next = 0;
    for (const root of roots) {
      const at = this.placeOf(root);
      let end = at;
      while (end < this.parts.length && holds(root, this.parts[end]!.element)) end++;
      const first = next;
      while (next < now.length && holds(root, now[next]!.element)) next++;
      const added = now.slice(first, next);
      const removed = this.parts.slice(at, end);
      if (added.length === removed.length && added.every((part, i) => isSame(part, removed[i]!))) continue;
      splices.push(this.splice(at, removed.length, added));
    }
    return splices;
  }

  /** Takes out the parts that are no longer on the page. */
  private prune(): Splice[] {
    const splices: Splice[] = [];
    for (let end = this.parts.length; end > 0; ) {
      let at = end;
      while (at > 0 && !this.parts[at - 1]!.element.isConnected) at--;
      if (at < end) splices.push(this.splice(at, end - at, []));
      end = at < end ? at : end - 1;
    }
    return splices;
  }

  private splice(at: number, remove: number, parts: readonly TextPart[]): Splice {
    const added = parts.map((part) => new PartState(part));
    for (const { element } of this.parts.splice(at, remove, ...added)) this.elements.delete(element);
    for (const part of added) this.elements.set(part.element, part);
    return { at, remove, add: parts.map(({ items }) => items) };
  }

  /** Where the parts of an element begin. */
  private placeOf(root: Element): number {
    let low = 0;
    let high = this.parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (comparePlaces(this.parts[middle]!.element, root) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

class PartState implements Part {
  readonly element: Element;
  readonly blocks: TextPart['blocks'];
  readonly items: TextPart['items'];
  altered = true;
  private found: Mention[] = [];

  constructor({ element, blocks, items }: TextPart) {
    this.element = element;
    this.blocks = blocks;
    this.items = items;
  }

  get mentions(): Mention[] {
    return this.found;
  }

  set mentions(mentions: Mention[]) {
    this.found = mentions;
    this.altered = true;
  }
}

/** Whether an element reads as before, in the same text nodes. */
function isSame(part: TextPart, before: TextPart): boolean {
  return (
    part.element === before.element &&
    part.blocks.length === before.blocks.length &&
    JSON.stringify(part.items) === JSON.stringify(before.items) &&
    part.blocks.every(({ text, nodes }, i) => {
      const old = before.blocks[i]!;
      return (
        text === old.text &&
        nodes.length === old.nodes.length &&
        nodes.every(({ node }, j) => node === old.nodes[j]!.node)
      );
    })
  );
}
