import type { Signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useRef } from 'preact/hooks';

export interface TabItem {
  id: string;
  title: string;
  Panel: ComponentType;
}

interface Props {
  label: string;
  items: readonly [TabItem, ...TabItem[]];
  /** Id of the tab that is shown; the first one where there is none of that id. */
  chosen: Signal<string>;
}

/** Tabs by the rules of ARIA: arrows, Home and End move between them, Tab leads into the panel. */
export function Tabs({ label, items, chosen }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === chosen.value),
  );
  const { id: now, Panel } = items[at]!;
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
    chosen.value = items[next]!.id;
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
            aria-selected={id === now}
            aria-controls={`panel-${id}`}
            tabIndex={id === now ? 0 : -1}
            onClick={() => {
              chosen.value = id;
            }}
          >
            {title}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a tab panel takes the focus from its tab */}
      <div role="tabpanel" id={`panel-${now}`} aria-labelledby={`tab-${now}`} tabIndex={0}>
        <Panel />
      </div>
    </>
  );
}
