import type { Verdict } from '../thesis/types';
import { VERDICTS } from '../verdicts';
import { type Ground, verdictColors } from './colors';
import { GROUNDS, HERE, holdsMarks, markName } from './leftovers';

/** Milliseconds. */
const FLASH = 1600;

/** What marks are styled at: where all else inherits it from, or else each element, which on long pages takes twice as long. */
const ROOTS = [':root', ':host'];
const EACH = [''];

/** Underlines text in its verdict's color through the CSS Custom Highlight API: no element is added, no text touched. */
export class Marks {
  private readonly sheet = new CSSStyleSheet();
  private readonly groups = new Map<string, Highlight>();
  private shown = true;
  /** How each mark looks, by its name. */
  private looks: [name: string, look: string][] = [];
  private scope = ROOTS;
  private isTried = false;
  private readonly roots = new Set<Document | ShadowRoot>();

  /** Colors the marks; called again when the palette changes. */
  style(tokens: CSSStyleSheet, palette: string): void {
    this.looks = GROUNDS.flatMap((ground) => {
      const colors = verdictColors(tokens, ground, palette);
      return (Object.keys(VERDICTS) as Verdict[]).map((verdict): [string, string] => [
        markName(verdict, ground),
        `text-decoration:underline 2px ${colors[verdict]};text-underline-offset:.18em`,
      ]);
    });
    this.looks.push([HERE, 'background-color:Highlight;color:HighlightText']);
    this.write();
  }

  private write(): void {
    const rules = this.looks.map(
      ([name, look]) => `${this.scope.map((at) => `${at}::highlight(${name})`).join()}{${look}}`,
    );
    this.sheet.replaceSync(`@media screen{${rules.join('')}}`);
  }

  /** Shows a range like selected text for a moment. */
  flash(range: Range): void {
    const here = this.group(HERE);
    here.add(range);
    CSS.highlights.set(HERE, here);
    setTimeout(() => this.groups.get(HERE)?.delete(range), FLASH);
  }

  add(range: Range, verdict: Verdict, ground: Ground): void {
    this.group(markName(verdict, ground)).add(range);
    const root = range.startContainer.getRootNode() as Document | ShadowRoot;
    if (!this.roots.has(root)) {
      this.roots.add(root);
      if (this.shown) this.adopt(root);
    }
    if (this.shown && !this.isTried) this.try(range, markName(verdict, ground));
  }

  /** Not every browser lets marks inherit their look. */
  private try(range: Range, name: string): void {
    this.isTried = true;
    const holder = range.startContainer.parentElement;
    if (!holder || getComputedStyle(holder, `::highlight(${name})`).textDecorationLine === 'underline')
      return;
    this.scope = EACH;
    this.write();
  }

  remove(range: Range): void {
    for (const group of this.groups.values()) group.delete(range);
  }

  /** Takes the marks off and puts them back: the browser draws every one anew whenever anything on the page changes. */
  show(shown: boolean): void {
    this.shown = shown;
    for (const [name, group] of this.groups) {
      if (shown) CSS.highlights.set(name, group);
      else CSS.highlights.delete(name);
    }
    for (const root of this.roots) {
      if (shown) this.adopt(root);
      else this.abandon(root);
    }
  }

  /** Takes every mark and the style sheet off the page. */
  clear(): void {
    for (const name of this.groups.keys()) CSS.highlights.delete(name);
    this.groups.clear();
    for (const root of this.roots) this.abandon(root);
    this.roots.clear();
  }

  private adopt(root: Document | ShadowRoot): void {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((sheet) => !holdsMarks(sheet)), this.sheet];
  }

  private abandon(root: Document | ShadowRoot): void {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
  }

  private group(name: string): Highlight {
    let group = this.groups.get(name);
    if (!group) {
      group = new Highlight();
      if (this.shown) CSS.highlights.set(name, group);
      this.groups.set(name, group);
    }
    return group;
  }
}
