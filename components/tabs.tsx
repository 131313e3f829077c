import type { ComponentType } from 'preact';
import { useRef, useState } from 'preact/hooks';

export interface TabItem {
  id: string;
  title: string;
  Panel: ComponentType;
}

/** Tabs by the rules of ARIA: arrows, Home and End move between them, Tab leads into the panel. */
export function Tabs({ label, items }: { label: string; items: readonly [TabItem, ...TabItem[]] }) {
  const [chosen, setChosen] = useState(items[0].id);
  const list = useRef<HTMLDivElement>(null);
  const at = items.findIndex(({ id }) => id === chosen);
  const { Panel } = items[at]!;
  const steps: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: items.length - 1,
  };
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (step + items.length) % items.length;
    setChosen(items[next]!.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {items.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === chosen}
            aria-controls={`panel-${id}`}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => setChosen(id)}
          >
            {title}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a tab panel takes the focus from its tab */}
      <div role="tabpanel" id={`panel-${chosen}`} aria-labelledby={`tab-${chosen}`} tabIndex={0}>
        <Panel />
      </div>
    </>
  );
}
