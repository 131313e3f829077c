// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: { permissions: { request: async () => true } } }));

const { hidden, remember, steps, undoLast, undone } = await import('../../components/options/undo');
const { UndoBar } = await import('../../components/options/undo-bar');

let root: HTMLElement;
beforeEach(() => {
  vi.useFakeTimers();
  steps.value = [];
  undone.value = null;
  hidden.value = false;
  root = document.createElement('div');
  document.body.append(root);
  render(<UndoBar />, root);
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.useRealTimers();
});

/** Keeps a change of a list of words, as a control does. */
function changer() {
  const log: string[] = [];
  return {
    log,
    change(what: string, pause = 5000) {
      vi.advanceTimersByTime(pause);
      log.push(what);
      remember(what, async () => {
        log.splice(log.lastIndexOf(what), 1);
        return undefined;
      });
    },
  };
}

const drawn = () => vi.advanceTimersByTimeAsync(100);

describe('undoing', () => {
  it('takes back several changes, the last one first, and says so', async () => {
    const { log, change } = changer();
    change('Theme');
    change('Colors');
    await drawn();
    expect(root.querySelector('[role="status"]')!.textContent).toBe('Changed: Colors');
    expect(root.textContent).toContain('1 earlier change');
    root.querySelector('button')!.click();
    await drawn();
    expect(log).toEqual(['Theme']);
    expect(root.querySelector('[role="status"]')!.textContent).toBe('Undone: Colors');
    await undoLast();
    await drawn();
    expect(log).toEqual([]);
    expect(root.querySelector('button.button')).toBeNull();
  });

  it('takes changes of one control that follow each other at once back together', async () => {
    const { log, change } = changer();
    change('Size');
    change('Weight');
    change('Weight', 300);
    change('Weight', 300);
    expect(steps.value.map(({ what }) => what)).toEqual(['Size', 'Weight']);
    await undoLast();
    expect(log).toEqual(['Size']);
  });

  it('keeps a change that could not be taken back, and says why', async () => {
    remember('Theme', async () => 'The browser did not let Minnow save this.');
    await undoLast();
    await drawn();
    expect(steps.value).toHaveLength(1);
    expect(root.querySelector('[role="status"]')!.textContent).toContain('did not let Minnow save');
  });

  it('can be put out of sight until the next change', async () => {
    const { change } = changer();
    change('Theme');
    await drawn();
    root.querySelector<HTMLElement>('button.link')!.click();
    await drawn();
    expect(root.textContent).toBe('');
    change('Colors');
    await drawn();
    expect(root.textContent).toContain('Changed: Colors');
  });

  it('hears Ctrl+Z, but not from a text that is being written', async () => {
    const { log, change } = changer();
    change('Theme');
    const field = document.createElement('input');
    root.append(field);
    const press = (on: Element) =>
      on.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
    await drawn();
    press(field);
    await drawn();
    expect(log).toEqual(['Theme']);
    press(document.body);
    await drawn();
    expect(log).toEqual([]);
  });
});
