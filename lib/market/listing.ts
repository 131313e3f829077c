/** Index lists and filings write BRK-B or BRK.B where the list of stocks writes BRK/B. */
export const universeSpelling = (symbol: string) => symbol.replace(/[-.]/, '/');

/** Words by which the list of stocks marks what is no ordinary share. */
const OTHER_SECURITY =
  /\b(warrants?|rights?|units?|preferred|preference|notes?|debentures?|bonds|subordinated notes|perpetual|capital trust [ivx]+)\b|\d%/i;
const PARTNERSHIP_UNITS = /\b(limited partner|common units?|units? representing|partnership interests?)/i;
/** Depositary shares stand for preferred shares when they are not those of a foreign company. */
const DEPOSITARY_SHARES = /\bdeposit[ao]ry shares?\b/i;
const AMERICAN_DEPOSITARY = /\bamerican deposit[ao]ry|\bADS\b|\bADR\b/i;
/** A shell that looks for a business to merge with. */
const BLANK_CHECK = /acquisition\b|\bSPAC\b|\bmerger corp/i;

const FUND = /\bfund\b|\bincome trust\b|\bmunicipal|\bBDC\b|\bbusiness development\b/i;
/** Names and industries that funds share with businesses; only a business files yearly accounts with sales. */
const FUND_NAME = /\b(capital|lending|investment|finance|credit) (corp|corporation|inc|ltd|company)\b/i;
const FUND_INDUSTRIES = new Set([
  'Trusts Except Educational Religious and Charitable',
  'Investment Managers',
  'Finance/Investors Services',
  'Finance Companies',
]);

/**
 * Whether a stock is an ordinary share in a business: no warrant, unit, right, preferred share, note,
 * fund (business development companies included) or blank check. Judged by name, symbol and industry,
 * and for funds by whether the company files yearly accounts.
 */
export function isCommon(
  name: string,
  symbol: string,
  industry: string | undefined,
  filesAccounts: boolean,
): boolean {
  if (symbol.includes('^') || industry === 'Blank Checks' || BLANK_CHECK.test(name)) return false;
  if (OTHER_SECURITY.test(name) && !PARTNERSHIP_UNITS.test(name)) return false;
  if (DEPOSITARY_SHARES.test(name) && !AMERICAN_DEPOSITARY.test(name)) return false;
  if (industry?.startsWith('Real Estate')) return true;
  if (FUND.test(name)) return false;
  return filesAccounts || !(FUND_NAME.test(name) || FUND_INDUSTRIES.has(industry ?? ''));
}

/** Classes of which another class already stands for the whole company. */
export const SECOND_CLASSES = new Set(['GOOG', 'FOX', 'NWS']);
