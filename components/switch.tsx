import type { ComponentChildren } from 'preact';
import { t } from '../lib/i18n';

interface Props {
  on: boolean;
  /** Name for a screen reader, where the label beside it does not say enough. */
  name?: string;
  children?: ComponentChildren;
  onSwitch: (on: boolean) => void;
}

/** A switch with its label. */
export function Switch({ on, name, children, onSwitch }: Props) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={on}
      aria-label={name}
      onClick={() => onSwitch(!on)}
    >
      <span class="switch-track" aria-hidden="true" />
      {children ?? t(on ? 'switch.isOn' : 'switch.isOff')}
    </button>
  );
}
