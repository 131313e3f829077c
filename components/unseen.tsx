import type { ComponentChildren } from 'preact';

/** Words for a screen reader, where the eye sees them from what stands around. */
export function Unseen({ children }: { children: ComponentChildren }) {
  return <span class="unseen">{children}</span>;
}
