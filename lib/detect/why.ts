import { t } from '../i18n';

/** Why a text is taken for a company, in the user's language; put into words only for what is kept. */
export type Why = () => string;

/** A text that never varies is asked for once. */
function once(why: Why): Why {
  let text: string | undefined;
  return () => {
    text ??= why();
    return text;
  };
}

export const WHY = {
  exchange: (symbol: string) => () => t('why.exchange', { symbol }),
  ric: (name: string) => () => t('why.ric', { name }),
  cashtag: (symbol: string) => () => t('why.cashtag', { symbol }),
  afterName: (name: string) => () => t('why.afterName', { name }),
  inBrackets: once(() => t('why.inBrackets')),
  row: (name: string) => () => t('why.row', { name }),
  widget: (symbol: string) => () => t('why.widget', { symbol }),
  link: (symbol: string) => () => t('why.link', { symbol }),
  column: once(() => t('why.column')),
  symbolList: once(() => t('why.symbolList')),
  companyList: once(() => t('why.companyList')),
  besideName: once(() => t('why.besideName')),
  name: (name: string) => () => t('why.name', { name }),
  otherName: (words: string, name: string) => () => t('why.otherName', { words, name }),
  bestKnown: (name: string) => () => t('why.bestKnown', { name }),
  companyWords: (name: string) => () => t('why.companyWords', { name }),
  capital: (name: string) => () => t('why.capital', { name }),
  sharesBefore: (name: string) => () => t('why.sharesBefore', { name }),
  elsewhere: once(() => t('why.elsewhere')),
  sameSymbol: once(() => t('why.sameSymbol')),
  ownSymbol: once(() => t('why.ownSymbol')),
  sharesAround: once(() => t('why.sharesAround')),
  amongSymbols: once(() => t('why.amongSymbols')),
  ownPage: once(() => t('why.ownPage')),
} satisfies Record<string, Why | ((...words: string[]) => Why)>;
