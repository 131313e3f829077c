import { PageMemory } from '../detect/page-memory';

/** Pages that are remembered at once; one that was forgotten is read again when it next changes. */
const MOST = 40;

/** What the pages in all tabs and frames hold, the ones that changed last. */
export class PageMemories {
  private readonly pages = new Map<string, PageMemory>();

  /** The memory of the page in a frame, empty where none is held; `fresh` when the page begins anew. */
  of(tabId: number | undefined, frameId: number, fresh: boolean): PageMemory {
    const key = `${tabId} ${frameId}`;
    const held = fresh ? undefined : this.pages.get(key);
    const memory = held ?? new PageMemory();
    this.pages.delete(key);
    this.pages.set(key, memory);
    if (this.pages.size > MOST) this.pages.delete(this.pages.keys().next().value!);
    return memory;
  }
}
