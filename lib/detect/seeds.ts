import type { Blocks } from './blocks';

/** Text that may hold a name or a symbol, and the text node where it starts. */
export interface Seed {
  node: Text;
  text: string;
}

/** What may begin a name or a symbol. Text without it names nobody, and is only passed by. */
const SEED = /[A-ZÀ-ÖØ-Þ]|\d[a-z]|\$[a-z]/;
/** What scripts and style sheets hold, and hardly any prose. */
const CODE = /[{=]/;
const PROGRAM = /^(?:script|style|noscript|template)$/;
const WORD_END = /[\wÀ-ÿ&'’.-]$/;
const WORD_START = /^[\wÀ-ÿ&'’.-]/;
/** A text that may be no more than a piece of a word. */
const PIECE = /^[\wÀ-ÿ&'’.-]{1,12}$/;
/** Characters on either side of a cut word in which a name may stand. */
const REACH = 80;

/** Elements that can have a shadow root of their own making; one that has is seldom given anything else. */
const BARE_HOSTS = ':empty:is(div,span,p,section,article,aside,blockquote,footer,header,main,nav)';
/** All but the commonest elements: among the rest are the page's own. */
const UNCOMMON =
  ':not(:is(td,span,div,a,p,tr,li,b,i,path,sup,img,ul,font,svg,th,h2,h3,h4,button,input,option,script,link,style,strong,em,section,g,use,table,tbody))';

/**
 * Walks the text below a node and picks what may name a company. Asks next to nothing of elements, which is what
 * makes reading a page slow: the walk takes little longer than to look at each text once.
 */
export class SeedWalk {
  private readonly walker: TreeWalker;
  /** Whether the last text was a seed. */
  private open = false;
  private previous: Text | undefined;

  constructor(
    private readonly root: Element | ShadowRoot,
    private readonly blocks: Blocks,
  ) {
    this.walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  }

  /** Whether the page took the walk's place away while it was paused. */
  get isLost(): boolean {
    return !this.root.contains(this.walker.currentNode);
  }

  /** Adds the seeds among the next `count` text nodes to `found`. Answers whether there may be more. */
  step(count: number, found: Seed[]): boolean {
    const { walker } = this;
    let { open, previous } = this;
    for (let passed = 0; passed < count; passed++) {
      const node = walker.nextNode() as Text | null;
      if (node === null) return false;
      const { data } = node;
      const holds = SEED.test(data);
      // A word may be cut before or after what makes it a seed
      if ((holds || open) && previous && WORD_START.test(data) && WORD_END.test(previous.data))
        this.join(previous, node, found);
      open = holds;
      previous = node;
      if (holds && !(CODE.test(data) && PROGRAM.test((node.parentNode as Element).localName)))
        found.push({ node, text: data });
    }
    this.open = open;
    this.previous = previous;
    return true;
  }

  /** A word that goes on in the next nodes: "<b>Ac</b>me". Of the texts around it, what a name can reach is taken. */
  private join(from: Text, next: Text, found: Seed[]): void {
    const { walker, blocks } = this;
    if (!blocks.share(from, next)) return;
    let text = from.data.slice(-REACH);
    for (let node: Text | null = next; node !== null; node = walker.nextNode() as Text | null) {
      const { data } = node;
      if (node !== next && !blocks.share(from, node)) break;
      text += data.slice(0, REACH);
      if (!PIECE.test(data)) break;
    }
    walker.currentNode = next;
    if (SEED.test(text)) found.push({ node: from, text });
  }
}

/** The open shadow roots below a node, not those inside one another. */
export function shadowRootsIn(root: Element | ShadowRoot): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const own = (root as Element).shadowRoot;
  if (own) found.push(own);
  for (const element of root.querySelectorAll(`${UNCOMMON},${BARE_HOSTS}`)) {
    const shadow = element.shadowRoot;
    if (shadow) found.push(shadow);
  }
  return found;
}
