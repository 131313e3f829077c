import { useEffect } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { tidy } from '../../lib/lookup/tidy';
import type { FoundCompany } from '../../lib/messages';
import { Card } from '../card/card';
import { chosen, failure, found, look, lookUp, start, text } from './state';

/** Finds a company by ticker or name, and shows its card. */
export function LookUp() {
  useEffect(() => {
    start();
  }, []);
  return (
    <main>
      <h1>{t('lookup.title')}</h1>
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            lookUp(text.value, true);
          }}
        >
          <label class="unseen" for="text">
            {t('lookup.label')}
          </label>
          <input
            id="text"
            type="search"
            autocomplete="off"
            spellcheck={false}
            placeholder={t('lookup.label')}
            value={text.value}
            onInput={(event) => lookUp(event.currentTarget.value, false)}
          />
        </form>
      </search>
      {failure.value && <p role="alert">{failure.value}</p>}
      <Result />
    </main>
  );
}

function Result() {
  const companies = found.value;
  const company = chosen.value;
  const others = companies?.filter((one) => one !== company) ?? [];
  return (
    <>
      <p role="status" class="mute">
        {companies === null
          ? t('lookup.hint')
          : companies.length === 0 && t('lookup.none', { text: tidy(text.value) })}
      </p>
      {company && <CompanyCard key={company.ticker} company={company} />}
      {others.length > 0 && (
        <section aria-label={company ? t('lookup.others') : t('lookup.found')}>
          {company && <h2>{t('lookup.others')}</h2>}
          <ul class="found">
            {others.map((one) => (
              <li key={one.ticker}>
                <button
                  type="button"
                  class="row-button"
                  onClick={() => {
                    chosen.value = one;
                  }}
                >
                  <b>{one.ticker}</b> <span>{one.name}</span>
                  {!one.smallCap && <span class="mute">{t('lookup.notSmall')}</span>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function CompanyCard({ company }: { company: FoundCompany }) {
  const { theme, palette } = look.value;
  return (
    <article class="card" aria-label={company.name}>
      {!company.smallCap && <p class="part">{t('lookup.notSmallWhy', { name: company.name })}</p>}
      <Card
        request={{ ticker: company.ticker, name: company.name, view: { theme, palette } }}
        onResize={() => {}}
        onClose={() => window.close()}
      />
    </article>
  );
}
