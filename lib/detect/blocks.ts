/** Elements whose text is not the page's own prose. */
export const UNREAD =
  'script,style,noscript,template,code,kbd,samp,pre,textarea,input,select,option,datalist,title,head,svg,math,iframe,object,canvas,video,audio';

const BLOCKS =
  'address,article,aside,blockquote,body,button,caption,dd,details,dialog,div,dl,dt,fieldset,figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,html,legend,li,main,nav,ol,p,section,summary,table,tbody,td,tfoot,th,thead,tr,ul';
const INLINES = 'b,i,em,strong,u,s,sup,sub,small,mark,font,abbr,cite,q,wbr,bdi,bdo,time,img';

type Display = 'block' | 'inline' | 'none';

/** What an element is to the text, by its local name; the others are asked for their style. */
const TAGS = new Map<string, Display>();
for (const tag of UNREAD.split(',')) TAGS.set(tag, 'none');
for (const tag of BLOCKS.split(',')) TAGS.set(tag, 'block');
for (const tag of INLINES.split(',')) TAGS.set(tag, 'inline');

/**
 * Tells which element holds a text as its line or paragraph. What it learns of the page's styles it keeps: use it for
 * one reading.
 */
export class Blocks {
  private readonly displays = new Map<string, Display>();
  private readonly blocks = new Map<Node, Element | null>();

  /** The element whose text a text node is part of; null where the text is not read. */
  blockOf(node: Text): Element | null {
    const parent = node.parentNode;
    if (!parent) return null;
    let block = this.blocks.get(parent);
    if (block === undefined) {
      block = this.blockAt(parent);
      this.blocks.set(parent, block);
    }
    return block;
  }

  /** Whether two texts are part of the same line or paragraph. */
  share(one: Text, other: Text): boolean {
    const parent = one.parentNode;
    if (parent === other.parentNode) return this.blockOf(one) !== null;
    // Names alone mostly tell that they are not, as in a table; only then styles are asked
    if (blockByName(parent) !== blockByName(other.parentNode)) return false;
    const block = this.blockOf(one);
    return block !== null && this.blockOf(other) === block;
  }

  /** The element whose text an element is part of: itself, unless it lies within a line; null where text is not read. */
  blockAt(element: Node | null): Element | null {
    for (let outer = element; outer; outer = outer.parentNode) {
      if (outer.nodeType !== 1) return (outer as ShadowRoot).host ?? null;
      const around = outer as Element;
      const display = TAGS.get(around.localName) ?? this.displayOf(around);
      if (display === 'block') return around;
      if (display === 'none') return null;
    }
    return null;
  }

  /** How an element that its name does not tell lies in the text. Asked once for each class and parent's class. */
  private displayOf(element: Element): Display {
    if (element.matches('[style*="display"]')) return displayFrom(getComputedStyle(element).display);
    const own = element.getAttribute('class') ?? '';
    const outer = element.parentElement?.getAttribute('class') ?? '';
    if (own === '' && outer === '' && element.localName === 'span') return 'inline';
    const key = `${outer}>${element.localName}.${own}`;
    let display = this.displays.get(key);
    if (display === undefined) {
      display = displayFrom(getComputedStyle(element).display);
      this.displays.set(key, display);
    }
    return display;
  }
}

/** The nearest element that is a block, or not read, whatever its style. */
function blockByName(element: Node | null): Node | null {
  let outer = element;
  while (outer?.nodeType === 1 && (TAGS.get((outer as Element).localName) ?? 'inline') === 'inline')
    outer = outer.parentNode;
  return outer;
}

function displayFrom(css: string): Display {
  if (css === 'none') return 'none';
  return css === '' || css.startsWith('inline') || css === 'contents' ? 'inline' : 'block';
}
