/** One thing that the search finds as a whole; nested ones are found by themselves. */
const UNIT = '[data-find], section > fieldset, section > .rows > li';

/**
 * Hides what a search does not find: units whose own words, and those around and inside them, lack one of the typed
 * words. Nothing typed shows everything. Details that hold a hit are opened.
 * @returns how many units were found
 */
export function search(root: ParentNode, typed: string): number {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const section of root.querySelectorAll('section')) {
    const isHit = (text: string) => words.every((word) => text.includes(word));
    // A section found by its own title shows all that is in it.
    const title = (section.querySelector('h2')?.textContent ?? '').toLowerCase();
    const units = [...section.querySelectorAll<HTMLElement>(UNIT)];
    const hits = new Set<HTMLElement>();
    for (const unit of units) {
      const around = [title, ...titlesAround(unit, section)].join(' ');
      const isLeaf = unit.querySelector(UNIT) === null;
      if (isHit(`${around} ${isLeaf ? textOf(unit) : titleOf(unit)}`)) hits.add(unit);
    }
    for (const unit of units) {
      const shown =
        words.length === 0 || hits.has(unit) || units.some((one) => hits.has(one) && related(one, unit));
      unit.toggleAttribute('data-missed', !shown);
      if (!shown || words.length === 0) continue;
      for (let up = unit.parentElement; up && up !== section; up = up.parentElement) {
        if (up instanceof HTMLDetailsElement) up.open = true;
      }
      if (unit instanceof HTMLDetailsElement) unit.open = true;
    }
    section.toggleAttribute('data-missed', words.length > 0 && hits.size === 0 && !isHit(title));
    section.toggleAttribute('data-searched', words.length > 0 && !isHit(title));
    found += hits.size;
  }
  return found;
}

/** Whether one holds the other. */
const related = (one: HTMLElement, other: HTMLElement) => one.contains(other) || other.contains(one);

function titlesAround(unit: HTMLElement, section: Element): string[] {
  const titles: string[] = [];
  for (let up = unit.parentElement; up && up !== section; up = up.parentElement) {
    if (up.matches(UNIT)) titles.push(titleOf(up));
  }
  return titles;
}

const titleOf = (unit: Element) =>
  (unit.querySelector(':scope > legend, :scope > summary')?.textContent ?? '').toLowerCase();

/** What a unit says, with what its fields hold and suggest. */
function textOf(unit: HTMLElement): string {
  const fields = [...unit.querySelectorAll('input')].flatMap(({ value, placeholder, type }) =>
    type === 'password' ? [] : [value, placeholder],
  );
  return [unit.textContent, ...fields].join(' ').toLowerCase();
}
