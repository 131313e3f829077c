import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hostPatterns, ownSymbols, pageSymbol, quoteSymbol, siteOf, sites } from '../../lib/sites';
import { linkSymbol } from '../../lib/sites/quote-url';

describe('the registry of sites', () => {
  it('lists every site file once, by its name', () => {
    const files = readdirSync(new URL('../../lib/sites', import.meta.url))
      .map((name) => name.replace(/\.ts$/, ''))
      .filter((name) => !['index', 'types', 'quote-url'].includes(name));
    expect(sites.map((site) => site.id).toSorted()).toEqual(files.toSorted());
  });

  it('gives one well-formed match pattern for each host', () => {
    for (const pattern of hostPatterns)
      expect(pattern).toMatch(/^\*:\/\/(?:\*\.)?[a-z0-9.-]+\/(?:\*|[a-z]+\*)$/);
    expect(new Set(hostPatterns).size).toBe(hostPatterns.length);
  });

  it.each([
    ['https://uk.finance.yahoo.com/quote/EPAC', 'yahoo-finance'],
    ['https://markets.businessinsider.com/stocks/epac-stock', 'business-insider'],
    ['https://www.google.com/finance/quote/EPAC:NYSE', 'google-finance'],
    ['https://client.schwab.com/app/research/#/stocks/EPAC', 'schwab'],
  ])('knows %s', (url, id) => {
    expect(siteOf(url)?.id).toBe(id);
  });

  it.each([
    'https://www.google.com/search?q=finance',
    'https://notbarrons.com/',
    'https://www.google.com/',
    'nonsense',
  ])('does not take %s for one of them', (url) => {
    expect(siteOf(url)).toBeUndefined();
  });
});

describe('symbols of quote pages', () => {
  it.each([
    ['https://finance.yahoo.com/quote/EPAC', 'EPAC'],
    ['https://finance.yahoo.com/quote/EPAC/', 'EPAC'],
    ['https://finance.yahoo.com/quote/EPAC/news?p=EPAC', 'EPAC'],
    ['https://finance.yahoo.com/quote/BRK-B', 'BRK/B'],
    ['http://finance.yahoo.com/q?s=EPAC', 'EPAC'],
    ['https://www.barrons.com/market-data/stocks/epac', 'EPAC'],
    ['https://www.barrons.com/quote/stock/us/xnys/epac', 'EPAC'],
    ['https://www.marketwatch.com/investing/stock/epac', 'EPAC'],
    ['https://www.marketwatch.com/investing/stock/epac?mod=search_symbol', 'EPAC'],
    ['https://www.wsj.com/market-data/quotes/EPAC', 'EPAC'],
    ['https://www.cnbc.com/quotes/EPAC', 'EPAC'],
    ['https://www.reuters.com/companies/EPAC.N', 'EPAC'],
    ['https://www.reuters.com/companies/AAPL.O', 'AAPL'],
    ['https://www.bloomberg.com/quote/EPAC:US', 'EPAC'],
    ['https://seekingalpha.com/symbol/EPAC', 'EPAC'],
    ['https://www.fool.com/quote/nyse/epac/', 'EPAC'],
    ['https://www.benzinga.com/quote/EPAC', 'EPAC'],
    ['https://markets.businessinsider.com/stocks/epac-stock', 'EPAC'],
    ['https://www.nasdaq.com/market-activity/stocks/aapl', 'AAPL'],
    ['https://finviz.com/quote.ashx?t=EPAC&p=d', 'EPAC'],
    ['https://www.tradingview.com/symbols/NYSE-EPAC/', 'EPAC'],
    ['https://www.google.com/finance/quote/EPAC:NYSE', 'EPAC'],
    ['https://stockanalysis.com/stocks/epac/', 'EPAC'],
    ['https://www.zacks.com/stock/quote/EPAC', 'EPAC'],
    ['https://stocktwits.com/symbol/EPAC', 'EPAC'],
    ['https://www.sec.gov/edgar/browse/?CIK=EPAC', 'EPAC'],
    ['https://client.schwab.com/app/research/#/stocks/EPAC', 'EPAC'],
    ['https://digital.fidelity.com/prgw/digital/research/quote/dashboard/summary?symbol=EPAC', 'EPAC'],
    ['https://robinhood.com/stocks/EPAC', 'EPAC'],
    ['https://us.etrade.com/etx/mkt/quotes?symbol=EPAC', 'EPAC'],
    ['https://www.webull.com/quote/nyse-epac', 'EPAC'],
    ['https://www.morningstar.com/stocks/xnys/epac/quote', 'EPAC'],
    ['https://www.tipranks.com/stocks/epac/forecast', 'EPAC'],
    ['https://simplywall.st/stocks/us/capital-goods/nyse-epac/enerpac-tool-group', 'EPAC'],
    ['https://www.barchart.com/stocks/quotes/EPAC/overview', 'EPAC'],
    ['https://markets.ft.com/data/equities/tearsheet/summary?s=EPAC:NYQ', 'EPAC'],
    ['https://markets.ft.com/data/equities/tearsheet/charts?s=AAPL%3ANSQ', 'AAPL'],
    ['https://www.foxbusiness.com/quote?stockTicker=EPAC', 'EPAC'],
    ['https://research.investors.com/stock-quotes/nyse-enerpac-tool-group-epac.htm', 'EPAC'],
    ['https://investorplace.com/stock-quotes/epac-stock-quote/', 'EPAC'],
    ['https://finance.yahoo.com/quote/EPAC/balance-sheet/', 'EPAC'],
    ['https://finance.yahoo.com/chart/EPAC', 'EPAC'],
    ['https://www.marketwatch.com/investing/stock/epac/company-profile', 'EPAC'],
    ['https://www.nasdaq.com/market-activity/stocks/epac/dividend-history', 'EPAC'],
    ['https://stockanalysis.com/stocks/epac/financials/balance-sheet/', 'EPAC'],
    ['https://www.tradingview.com/symbols/NASDAQ-AAPL/technicals/', 'AAPL'],
    ['https://seekingalpha.com/symbol/EPAC/earnings/estimates', 'EPAC'],
    ['https://www.morningstar.com/stocks/xnys/epac/valuation', 'EPAC'],
    ['https://www.bloomberg.com/profile/company/EPAC:US', 'EPAC'],
    ['https://www.bloomberg.com/quote/BRK/B:US', 'BRK/B'],
    ['https://www.reuters.com/finance/stocks/overview/EPAC.N', 'EPAC'],
    ['https://www.reuters.com/markets/companies/AAPL.OQ/key-metrics', 'AAPL'],
    ['https://www.wsj.com/market-data/quotes/company/US/XNYS/EPAC', 'EPAC'],
    ['https://quotes.wsj.com/EPAC', 'EPAC'],
    ['https://caps.fool.com/Ticker/EPAC.aspx', 'EPAC'],
    ['https://www.zacks.com/stock/chart/EPAC/fundamental/pe-ratio', 'EPAC'],
    ['https://www.zacks.com/stock/research/EPAC/earnings-calendar', 'EPAC'],
    ['https://www.tipranks.com/stocks/epac/ownership', 'EPAC'],
    ['https://www.schwab.com/research/stocks/quotes/summary/epac', 'EPAC'],
    ['https://eresearch.fidelity.com/eresearch/evaluate/snapshot.jhtml?symbols=EPAC', 'EPAC'],
    ['https://www.thestreet.com/quote/EPAC.html', 'EPAC'],
    ['https://money.cnn.com/quote/quote.html?symb=EPAC', 'EPAC'],
    ['https://www.gurufocus.com/term/pe/EPAC/PE-Ratio/enerpac', 'EPAC'],
  ])('%s is about %s', (url, symbol) => {
    expect(quoteSymbol(url)).toBe(symbol);
  });

  it.each([
    'https://finance.yahoo.com/quote/AIR.PA',
    'https://www.bloomberg.com/quote/AIR:FP',
    'https://markets.ft.com/data/equities/tearsheet/summary?s=REL:LSE',
    'https://www.google.com/finance/quote/SHOP:TSE',
    'https://www.tradingview.com/symbols/LSE-REL/',
    'https://www.marketwatch.com/investing/stock/shop?countrycode=ca',
    'https://finance.yahoo.com/news/why-shares-fell-120000.html',
    'https://www.cnbc.com/2019/11/19/beauty-stock.html',
    'https://stockanalysis.com/stocks/',
    'https://www.fool.com/investing/stock/news',
    'https://www.forbes.com/companies/ford/',
    'https://www.tipranks.com/stocks/gb:rel/forecast',
    'https://www.morningstar.com/stocks/xlon/rel/quote',
    'https://www.marketbeat.com/stocks/LON/REL/',
    'https://www.wsj.com/market-data/quotes/UK/XLON/REL',
    'https://example.com/quote/EPAC',
  ])('%s is no quote page of a US stock', (url) => {
    expect(quoteSymbol(url)).toBeNull();
  });

  it.each([
    ['https://www.nyse.com/quote/XNYS:EPAC', 'EPAC'],
    ['https://fintel.io/s/us/epac', 'EPAC'],
    ['https://www.moomoo.com/stock/EPAC-US', 'EPAC'],
    ['https://ycharts.com/companies/EPAC/pe_ratio', 'EPAC'],
    ['https://www.etoro.com/markets/epac/stats', 'EPAC'],
    ['https://www.stockopedia.com/share-prices/enerpac-NYQ:EPAC/', 'EPAC'],
    ['https://www.macrotrends.net/stocks/charts/EPAC/enerpac-tool-group/revenue', 'EPAC'],
    ['https://poems.example/quotes/love', null],
    ['https://news.example/stocks/gold', null],
    ['https://photos.example/stock/dog', null],
    ['https://letters.example/symbols/heart', null],
  ])('on any site: %s is about %s', (url, symbol) => {
    expect(pageSymbol(url)).toBe(symbol);
  });

  it("is the symbol of the page's own and canonical address, beside those of its markup", () => {
    const addresses = ['https://www.example.com/news/today', 'https://finance.yahoo.com/quote/CLSK'];
    expect(ownSymbols({ addresses, symbols: ['EPAC', 'CLSK'] })).toEqual(['CLSK', 'EPAC']);
  });

  it('reads links to quote pages of other sites too, and no other links', () => {
    expect(linkSymbol('https://broker.example/quotes/EPAC')).toBe('EPAC');
    expect(linkSymbol('https://news.example/symbol/NYSE:EPAC')).toBe('EPAC');
    expect(linkSymbol('https://broker.example/quotes/LON:REL')).toBeNull();
    expect(linkSymbol('https://news.example/about/care')).toBeNull();
    expect(linkSymbol('https://news.example/company/beta/')).toBeNull();
    expect(linkSymbol('https://news.example/search?q=CARE')).toBeNull();
  });
});
