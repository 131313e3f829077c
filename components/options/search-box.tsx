import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { search } from './search';
import { isText } from './undo-bar';

/** Shows only the options that hold the typed words. "/" leads here, Escape shows everything again. */
export function SearchBox() {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState(0);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isText(event.target)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  useEffect(() => {
    const main = document.querySelector('main');
    if (!main) return;
    const look = () => setFound(search(main, typed));
    look();
    if (typed.trim() === '') return;
    // What is drawn later is searched too.
    const drawn = new MutationObserver(look);
    drawn.observe(main, { childList: true, subtree: true });
    return () => drawn.disconnect();
  }, [typed]);

  const said =
    typed.trim() === ''
      ? ''
      : found === 0
        ? t('options.search.none', { typed: typed.trim() })
        : t('options.search.found', found);
  return (
    <search class="search">
      <label for="search" class="unseen">
        {t('options.search.label')}
      </label>
      <input
        ref={field}
        id="search"
        type="search"
        value={typed}
        placeholder={t('options.search.hint')}
        aria-keyshortcuts="/"
        aria-describedby="search-said"
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setTyped('')}
      />
      <span id="search-said" class="mute" role="status">
        {said}
      </span>
    </search>
  );
}
