import { describe, expect, it } from 'vitest';
import { find, tickers } from './helper';

describe('symbols with their exchange', () => {
  it.each([
    ['Enerpac Tool Group (NYSE: EPAC) rose 3%.', 'EPAC'],
    ['Enerpac Tool Group Corp. (NYSE:EPAC) rose 3%.', 'EPAC'],
    ['Enerpac (NYSE:\u00a0EPAC) rose 3%.', 'EPAC'],
    ['Ensysce Biosciences, Inc. (“Ensysce”) (NASDAQ: ENSC) said so.', 'ENSC'],
    ['CleanSpark (Nasdaq CM: CLSK) mined more.', 'CLSK'],
    ['CleanSpark (NasdaqCM: CLSK) mined more.', 'CLSK'],
    ['CleanSpark (Nasdaq GS:CLSK) mined more.', 'CLSK'],
    ['Nam Tai, NYSE American: EVI, is small; EVI Industries (NYSE American:EVI) is not.', 'EVI'],
    ['Barnes & Noble Education (NYSE: BNED)', 'BNED'],
    ['Crawford & Company (NYSE: CRD.A and CRD.B)', 'CRD/A'],
    ['Shares of Enerpac <EPAC.N> rose.', 'EPAC'],
    ['Apple (AAPL.O) rose.', 'AAPL'],
    ['Enerpac EPAC:US rose.', 'EPAC'],
    ['The fund bought EPAC US Equity.', 'EPAC'],
    ['$EPAC is a cheap stock, investors say.', 'EPAC'],
    ['We like Cadiz (CDZI) for its water.', 'CDZI'],
    ['Home Depot (ticker: HD) fell.', 'HD'],
    ['American Airlines (AAL, Tech30) fell.', 'AAL'],
    ['CleanSpark (NASDAQ-GS: CLSK) mined more.', 'CLSK'],
    ['CleanSpark (NASDAQ GLOBAL SELECT: CLSK) mined more.', 'CLSK'],
    ['CleanSpark (NAS: CLSK) mined more.', 'CLSK'],
    ['CleanSpark (XNAS: CLSK) mined more.', 'CLSK'],
    ['CleanSpark (CLSK:NSQ) mined more.', 'CLSK'],
    ['CleanSpark (CLSK, NASDAQ) mined more.', 'CLSK'],
    ['CleanSpark (NASDAQ: $CLSK) mined more.', 'CLSK'],
    ['CleanSpark (NASDAQ:CLSK[2]) mined more.', 'CLSK'],
    ['CleanSpark (CLSK.US) mined more.', 'CLSK'],
    ['A miner <CLSK.OQ> mined more.', 'CLSK'],
    ['EVI Industries (NYSE AMERICAN: EVI) grew.', 'EVI'],
    ['EVI Industries (NYSE-American: EVI) grew.', 'EVI'],
    ['Enerpac (NYSE:\u2009EPAC) rose.', 'EPAC'],
    ['Enerpac (NYSE:\u202f\u202fEPAC) rose.', 'EPAC'],
    ['Enerpac (NYSE: “EPAC”) rose.', 'EPAC'],
    ["Enerpac (NYSE: 'EPAC') rose.", 'EPAC'],
    ['Enerpac (NYSE ticker: EPAC) rose.', 'EPAC'],
    ['Enerpac (NYSE – EPAC) rose.', 'EPAC'],
    ['Enerpac (EPAC: NYSE) rose.', 'EPAC'],
    ['Enerpac (EPAC US) rose.', 'EPAC'],
    ['Its stock trades on the NYSE under the symbol “EPAC.”', 'EPAC'],
    ['It is listed on the Nasdaq Capital Market under the ticker symbol CLSK.', 'CLSK'],
    ['Shopify (NYSE and TSX: SHOP) rose.', 'SHOP'],
    ['Shopify (TSX/NYSE: SHOP) rose.', 'SHOP'],
    ['Alamos (NYSE: AGI | TSX: AGI) rose.', 'AGI'],
    ['Berkshire (NYSE: BRK B) rose.', 'BRK/B'],
    ['Berkshire (NYSE: BRK-B) rose.', 'BRK/B'],
    ['Berkshire (NYSE: BRKB) rose.', 'BRK/B'],
    ['Berkshire (NYSE: BRK.A; BRK.B) rose.', 'BRK/A'],
  ])('%s', async (text, ticker) => {
    expect(await tickers(text)).toContain(ticker);
  });

  it('reads several in one bracket, and both classes', async () => {
    expect(await tickers('Alphabet (NASDAQ: GOOG, GOOGL) rose.')).toEqual(
      expect.arrayContaining(['GOOG', 'GOOGL']),
    );
    expect(await tickers('Shopify (TSX: SHOP; NYSE: SHOP) rose.')).toContain('SHOP');
  });

  it.each([
    ['Airbus (AIR:FP) rose 2%.', 'AIR'],
    ['Airbus (EPA: AIR) rose 2%.', 'AIR'],
    ['Alamos (TSX: AGI) and Calian (TSX: CGY) rose.', 'CGY'],
    ['Singapore Press (SGX: SPH) fell.', 'SPH'],
    ['Senior <SNR.L> rose.', 'SNR'],
    ['Its stock trades on the TSX Venture Exchange under the symbol “CLSK”.', 'CLSK'],
    ['Barclays (BARC LN) and Abacus (ABX AU) rose.', 'ABX'],
    ['The fund (INDEXSP: EPAC) rose.', 'EPAC'],
    ['Rackla Metals (TSX.V: CLSK) rose.', 'CLSK'],
    ['Ord Minnett (ASX:CLSK) rose.', 'CLSK'],
  ])('a listing abroad is not ours: %s', async (text, ticker) => {
    expect(await tickers(text)).not.toContain(ticker);
  });

  it.each([
    'Ideanomics (NASDAQ: IDEX) said it paid its debts.',
    'Dermira (NASDAQ: DERM) was bought by Lilly.',
    'Everbank Financial (NYSE: EVER) reported.',
    'The Securities and Exchange Commission (SEC) and artificial intelligence (AI) are no stocks.',
    'The Food and Drug Administration (FDA) asked Chief Technology Officer (CTO) Jane Poe.',
    'The Motion Picture Association of America (MPAA) sued two over shares of films; investors and analysts sold the stock.',
    'A Common African Agricultural Programme (CAAP) was proposed.',
    'Musk, head of Tesla (TLSA), spoke of the shares; investors sold the stock and analysts cut earnings.',
    'The E(E)PROM programmer is cheap.',
  ])('a symbol beside another name is not ours: %s', async (text) => {
    expect((await find([text])).filter(({ evidence }) => evidence !== 'name')).toEqual([]);
  });
});

describe('names in prose about the market', () => {
  it.each([
    ['Ensysce said on Tuesday it would pay.', 'ENSC'],
    ['Shares of Barnes & Noble Education fell 4%.', 'BNED'],
    ['Abeona Therapeutics Inc. won approval.', 'ABEO'],
    ['The deal with ACM Research surprised.', 'ACMR'],
    ['Analysts at Piper Sandler and Jefferies agreed.', 'PIPR'],
    ['Kohl’s cut its outlook.', 'KSS'],
    ["Macy's cut its outlook.", 'M'],
    ['Google hired them.', 'GOOGL'],
    ['Facebook hired them.', 'META'],
    ['J.P. Morgan and Johnson & Johnson were not there.', 'JPM'],
    ['P&G raised prices.', 'PG'],
    ['Rent-A-Center, now Upbound, grew.', 'UPBD'],
    ['Herman Miller bought Knoll.', 'MLKN'],
    ['The owner of Gap Inc. sold.', 'GAP'],
    ['Retailer Target reported earnings.', 'TGT'],
    ['Shares of Visa rose.', 'V'],
    ['Moody’s Analytics expects less.', 'MCO'],
    ['Amazon Web Services grew.', 'AMZN'],
    ['Alphabet Inc. Class C rose.', 'GOOG'],
    ['Alphabet Inc. Class A rose.', 'GOOGL'],
    ['Berkshire Hathaway bought more.', 'BRK/B'],
    ['Stocks that moved: Apple, XPeng, Tesla, Carnival, Nvidia.', 'CCL'],
  ])('%s', async (text, ticker) => {
    expect(await tickers(text)).toContain(ticker);
  });

  it.each([
    ['Fortuna Silver Mines (NYSE: FSM) rose.', 'FSM'],
    ['Apache Corp. (NYSE: APA) pumps oil.', 'APA'],
    ['The Mesoblast share price is up.', 'MESO'],
    ['Blackstone Group sold.', 'BX'],
    ['Shares of Jack in the Box rose.', 'JACK'],
  ])('a name of before, or in other lands: %s', async (text, ticker) => {
    expect(await tickers(text)).toContain(ticker);
  });

  it.each([
    ['The Campbell Soup Company made soup.', 'CPB'],
    ['Pathward, once Meta Financial Group, lends.', 'CASH'],
    ['Shares of Taser International rose.', 'AXON'],
    ['Headquartered in Tempe, DeVry sold; BofA, J&J and AmEx bought.', 'AXP'],
    ['Chesapeake Energy drilled.', 'EXE'],
    ['Weight Watchers filed.', 'WW'],
    ['Statoil drilled.', 'EQNR'],
    ['Still, Brink’s does more.', 'BCO'],
    ['F5 Networks grew.', 'FFIV'],
    ['The McGraw-Hill Companies, Inc. owned an index.', 'SPGI'],
    ['Shares of Square rose.', 'XYZ'],
    ['Miami-based Lennar builds.', 'LEN'],
    ['She works at Wendy’s in town.', 'WEN'],
    ['Tyson CEO Donnie King spoke.', 'TSN'],
    ['In 1897 Campbell’s made soup.', 'CPB'],
  ])('a former or a short name: %s', async (text, ticker) => {
    expect(await tickers(text)).toContain(ticker);
  });

  it('reads the same company whether it comes first in a sentence or not, on a page about stocks', async () => {
    const about = 'Investors sold the stock after earnings; analysts cut the price target, and shares fell.';
    expect(await tickers(`${about} Apple and Microsoft are up.`)).toEqual(['AAPL', 'MSFT']);
    expect(await tickers('Apple pie is good.')).toEqual([]);
  });

  it('says that a name is another name of the company', async () => {
    const [google, apple] = await find(['Google bought ads; Moderna Inc. did not.']);
    expect(google).toMatchObject({ ticker: 'GOOGL', evidence: 'alias' });
    expect(google!.reason).toBe('Google is another name of Alphabet Inc.');
    expect(apple).toMatchObject({ ticker: 'MRNA', evidence: 'name' });
  });

  it('takes the name of a person on the page for that person', async () => {
    const about = 'Investors sold the stock after earnings; analysts cut the price target, and shares fell.';
    const text = 'Analyst John Ryder was not sure. Ryder said the market was calm.';
    expect(await tickers(`${about} Ryder said the market was calm.`)).toEqual(['R']);
    expect(await tickers(`${about} ${text}`)).toEqual([]);
    expect(await tickers(`${about} ${text} Ryder System (NYSE: R) leases trucks.`)).toEqual(['R']);
  });

  it('reads the whole of a name that ends with a possessive', async () => {
    expect(await tickers('Analysts doubt Hewlett Packard Enterprise’s plan.')).toEqual(['HPE']);
    expect(await tickers('Analysts doubt Monte Rosa Therapeutics’s plan.')).toEqual(['GLUE']);
    expect(await tickers('Analysts doubt Coca-Cola Consolidated’s plan, and Apple’s.')).toEqual([
      'COKE',
      'AAPL',
    ]);
  });

  it('reads surnames that companies bear where nobody on a page about stocks is introduced by them', async () => {
    const about = 'Investors sold the stock after earnings; analysts cut the price target, and shares fell.';
    expect(await tickers(`${about} Demand helped Danaher and Parsons, and rivals like Eaton.`)).toEqual([
      'DHR',
      'PSN',
      'ETN',
    ]);
    expect(await tickers(`${about} Later analyst Parsons and Prof. Danaher disagreed.`)).toEqual([]);
    expect(await tickers(`${about} Ravindra Parsons was calm. Demand helped Parsons.`)).toEqual([]);
    expect(await tickers(`${about} “It is over,” said Parsons.`)).toEqual([]);
    expect(await tickers(`${about} It was based in Dover, near Albemarle.`)).toEqual([]);
    expect(await tickers('Demand helped Danaher and Parsons.')).toEqual([]);
  });

  it('reads a capital after “that” on a page about stocks as a name', async () => {
    const about = 'Investors sold the stock after earnings; analysts cut the price target, and shares fell.';
    expect(await tickers(`${about} He thinks that Visa can grow, and AZZ said the same.`)).toEqual([
      'V',
      'AZZ',
    ]);
    expect(await tickers('He thinks that Visa can grow.')).toEqual([]);
  });

  it('believes an exchange and a symbol after what is left of a name that begins with a small letter', async () => {
    expect(await tickers('Shares of indie Semiconductor (NASDAQ: INDI) rose.')).toEqual(['INDI']);
    expect(await tickers('Shares of Yum! Brands (NYSE: YUM) rose.')).toEqual(['YUM']);
  });

  it('reads names that begin with small letters', async () => {
    expect(await tickers('Shares of uniQure fell, while loanDepot and comScore rose.')).toEqual([
      'QURE',
      'LDI',
      'SCOR',
    ]);
  });

  it('takes no firm that is not listed for a company whose name begins alike', async () => {
    const list =
      'Analysts at Jefferies, Stifel, Evercore, Fidelity and Baird raised the price target of the stock.';
    expect(await tickers(list)).toEqual(['JEF', 'SF', 'EVR']);
  });

  it('takes a word for neither of two companies, unless the page names the one', async () => {
    const about = 'Investors sold the stock after earnings; analysts cut the price target, and shares fell.';
    expect(await tickers(`${about} Later Vertex said it would wait.`)).toEqual([]);
    expect(await tickers(`${about} Vertex, Inc. sells software. Later Vertex said it would wait.`)).toEqual([
      'VERX',
    ]);
    expect(
      await tickers(`${about} Vertex Pharmaceuticals has a pill. Later Vertex said it would wait.`),
    ).toEqual(['VRTX']);
  });

  it('takes no land or state for a company whose name begins with it', async () => {
    const found = await find([
      'Illinois Tool Works, Canada Goose and General Motors met in Illinois, in Canada, and saw the General.',
    ]);
    expect(found.map(({ surface }) => surface)).toEqual([
      'Illinois Tool Works',
      'Canada Goose',
      'General Motors',
    ]);
  });

  it('reads a well-known name in a headline that says what the company does, whatever the page is about', async () => {
    expect(await tickers('Apple unveils a thinner phone')).toEqual(['AAPL']);
    expect(await tickers('Oracle to cut jobs in its cloud unit')).toEqual(['ORCL']);
    expect(await tickers('Google Home and Apple HomeKit Compared')).toEqual(['GOOGL', 'AAPL']);
    expect(await tickers('A Target spokesman said so, and the Box CEO agreed.')).toEqual(['TGT', 'BOX']);
  });

  it('reads both companies that “and” joins', async () => {
    expect(await tickers('AeroVironment and Axon Enterprise rose.')).toEqual(['AVAV', 'AXON']);
  });

  it('reads a company that is listed under two symbols at home and abroad', async () => {
    const found = await find([
      'Denison Mines Corp. (TSX: DML; NYSE American: DNN) and B2Gold Corp. (TSX: BTO, NYSE AMERICAN: BTG, NSX: B2G).',
    ]);
    const marked = found.filter(({ evidence }) => evidence === 'exchange');
    expect(marked.map(({ ticker }) => ticker)).toEqual(['DNN', 'BTG']);
  });

  it('reads a list of symbols on a page about stocks, and no other list of capitals', async () => {
    const about = 'Investors await the earnings of these stocks; analysts think the shares are cheap.';
    const found = await find([about, 'Builders that report on Friday: WY, ROCK, GVA']);
    expect(found.map(({ ticker }) => ticker)).toEqual(['WY', 'ROCK', 'GVA']);
    expect(
      await find([about, 'They speak of GDP, CPI, PMI and the like: FUN, GO, TOP, and of ROCK, GVA.']),
    ).toEqual([]);
    expect(await find(['The bands play WY, ROCK, GVA on Friday.'])).toEqual([]);
    const letters = await find([about, 'This week: AEO, ANF, URBN, KSS, M, BBY, FLZZ']);
    expect(letters.map(({ ticker }) => ticker)).toEqual(['AEO', 'ANF', 'URBN', 'KSS', 'M', 'BBY']);
    expect(await find([about, 'Its branches are in AL, GA, LA, MA, MD, MS and elsewhere.'])).toEqual([]);
  });

  it('takes a page that writes symbols as traders do for one about stocks', async () => {
    const text = 'I sold my NVDA and bought UWMC. LMAO, YOLO.';
    expect(await tickers(text)).toEqual([]);
    expect(await tickers(`${text} Next $CLOV will squeeze, and $SPCE.`)).toEqual([
      'NVDA',
      'UWMC',
      'CLOV',
      'SPCE',
    ]);
    expect(await tickers(`${text} Set $PATH, $HOME and $CC first.`)).toEqual([]);
  });

  it('reads the short name of a company that is enumerated among others', async () => {
    const about = 'Investors sold the stock after earnings; analysts cut the price target, and shares fell.';
    const row = 'Drillers were mixed: SM Energy, Matador, Magnolia Oil & Gas, Comstock Resources.';
    expect(await tickers(`${about} ${row}`)).toEqual(['SM', 'MTDR', 'MGY', 'CRK']);
    expect(await tickers(`${about} He saw Madrid, Matador, Toro, Magnolia Oil & Gas.`)).toEqual(['MGY']);
    expect(await tickers(row)).not.toContain('MTDR');
    const shops = 'Shops were mixed: Lowe’s, Home Depot, Target, Best Buy, Gap and Kohl’s.';
    expect(await tickers(`${about} ${shops}`)).toEqual(['LOW', 'HD', 'TGT', 'BBY', 'GAP', 'KSS']);
  });

  it('read a symbol after words that are no more than a legal form', async () => {
    expect(await find(['Shares of the Co. (NYSE: GLW) rose, as did Inc. (GLW).'])).not.toEqual([]);
  });

  it('tells a company from the town of its name', async () => {
    const found = await find(['CORNING, N.Y., June 21 -- Corning (NYSE: GLW) declared a dividend.']);
    expect(found.map(({ surface }) => surface)).toEqual(['Corning', 'GLW']);
  });

  it('lets rare words and towns be companies on a page about stocks', async () => {
    const about = 'Investors sold the stock after earnings; analysts cut the price target, and shares fell.';
    expect(await tickers('The board of Albemarle met.')).toEqual([]);
    expect(await tickers(`${about} The board of Albemarle met. Virtu gained, too.`)).toEqual(['ALB', 'VIRT']);
  });

  it('takes a word for what the page says it stands for', async () => {
    const texts = [
      'Shares of the bank rose after Citizens Business Bank (“Citizens”) said it will merge.',
      'Shareholders of Citizens agreed, and Citizens shares rose.',
    ];
    expect(await find(texts)).toEqual([]);
    const named = ['Citizens, Inc. insures lives.', ...texts.slice(1)];
    expect((await find(named)).map(({ ticker }) => ticker)).toEqual(['CIA', 'CIA', 'CIA']);
    expect((await find(['CVB Financial Corp. (“CVB”) grew.', 'Shares of CVB rose.'])).at(-1)).toMatchObject({
      ticker: 'CVBF',
      block: 1,
    });
  });

  it('takes a short form after “shares of” only where nothing follows that it describes', async () => {
    expect(await tickers('Shares of Australian miners rose.')).toEqual([]);
    expect(await tickers('Shares of Progress rose.')).toEqual(['PRGS']);
  });

  it('finds a company that the page names in a list of names, in a title or first in a sentence', async () => {
    const found = await find([
      'Today’s Upgrades: Darden, Kellogg, Some Other Name and More',
      'Darden Restaurants (NYSE: DRI) was raised.',
      'Darden, the owner of Olive Garden, did not comment.',
    ]);
    expect(found.filter(({ ticker }) => ticker === 'DRI').map(({ block }) => block)).toEqual([0, 1, 1, 2]);
  });

  it('follows a company by its short name once it is introduced', async () => {
    const found = await find([
      'Progress Software (NASDAQ: PRGS) beat estimates.',
      'Revenue at Progress rose 9%, and Progress said more is to come.',
      'There is still much progress to make.',
    ]);
    expect(found.filter(({ block }) => block === 1).map(({ ticker }) => ticker)).toEqual(['PRGS', 'PRGS']);
    expect(found.filter(({ block }) => block === 2)).toEqual([]);
    expect(await tickers('Revenue at Progress rose 9%.')).toEqual([]);
  });

  it('reads symbols alone on a page that writes companies by symbols, and no other capitals', async () => {
    const about =
      'Investors sold shares of Enerpac (NYSE: EPAC) and CleanSpark (NASDAQ: CLSK) after earnings; the stock fell.';
    expect(await tickers(`${about} A better buy is NXXT.`)).toEqual(['EPAC', 'CLSK', 'NXXT']);
    expect(await tickers(`${about} The picks of NFLX and AMZN were lucky.`)).toEqual([
      'EPAC',
      'CLSK',
      'NFLX',
      'AMZN',
    ]);
    expect(await tickers(`${about} SMBC Nikko and the SMBC disagree.`)).toEqual(['EPAC', 'CLSK']);
  });

  it('reads bare capitals only where the page shows the same company', async () => {
    expect(await tickers('The best year for EPAC so far.')).toEqual([]);
    expect(
      (await find(['Enerpac Tool Group (NYSE: EPAC) rose.', 'The best year for EPAC so far.'])).at(-1),
    ).toMatchObject({
      ticker: 'EPAC',
      block: 1,
      evidence: 'bare',
    });
    expect(
      (await find(['ServiceNow (NYSE: NOW) rose.', 'Subscribe NOW and save.'])).map(({ block }) => block),
    ).not.toContain(1);
  });

  it('gives every mention a place that holds its words, and a reason', async () => {
    const text = 'Shares of Enerpac Tool Group Corp. (NYSE: EPAC) fell; Apple’s rose.';
    for (const mention of await find([text])) {
      expect(text.slice(mention.start, mention.end)).toBe(mention.surface);
      expect(mention.reason.length).toBeGreaterThan(10);
    }
  });
});

describe('what is no company', () => {
  it.each([
    'GO GO GO! REAL FUN FOR ALL. PLAY NOW, CARE LATER, AND HAVE A GOOD TIME ON TV.',
    'ALL RIGHTS RESERVED. ANY USE OF THIS SITE OR ITS KEY PARTS IS AT YOUR OWN RISK.',
    'The Gap between rich and poor is the Target of the new Progress report.',
    'Whisk the eggs, add a Dash of salt and Root vegetables, then Box the cake.',
    'Wilbur Ross, Henry Ford, Amy Lee and Sean O’Reilly met Jeffrey Williams in Las Vegas.',
    'They flew from Clearwater, Fla. to Duluth, Ga. and on to Oxford.',
    'The S&P 500, the Nasdaq and the Dow fell; the Nasdaq Composite lost 2%, and NYSE volume was low.',
    'She scored in the AT&T Stadium, the Wells Fargo Center and at Target Field.',
    'The Invesco QQQ ETF and the Schwab Strategic Index Fund took in money.',
    'CEO and CFO told HR and IT that AI, API and UI are in the USA and the UK at 8 PM ET.',
    'General knowledge helps; First National steps count; United we stand.',
    'Visa applications take a week; your visa may be refused. Snap a photo and Zoom in.',
    'Meta analysis of the Block design: Match, Gap, Enact, Root.',
    'It was the Best Western Bank Holiday in the Silicon Valley of the East.',
    'const PATH = process.env.HOME; echo $PATH $HOME $USER',
    'BUY NOW. BEST DEALS. FREE SHIPPING ON ALL ORDERS. SAVE BIG. SHOP ALL.',
    'Strathspey Crown Holdings Group, LLC and Taylor International Corp. of Las Vegas sued.',
    'Meta Materials Group and Tempus Inc. are others; so is Clearwater Analytics.',
    'Grade A tea, Vitamin B, Plan C, Type D, Route E and the letter T.',
    'Prof. Hertz, Dr. Abbott and Mrs. Lindsay taught at Oppenheimer College.',
    'Pittsburgh Pirates beat San Diego Padres; KKR beat RR by 37 runs in the IPL.',
    'The hot hatch has 306 HP and does 0-60 in 5 SEC.',
    'MENU: SOUP, SALAD, STEAK, CAKE, WINE, BEER, TEA, PIE, EGGS, HAM, COOK, EAT, FAT, FIVE, CAKE.',
    'WHEREAS the Parties ACT in good FAITH, NOW THEREFORE it is AGREED.',
    'Chapter II: THE OLD MAN AND THE SEA',
    'Senator Mark Warner (D., Va.) and Rep. Kevin McCarthy (R., Calif.) spoke.',
    'SIGN UP | LOG IN | HELP | ABOUT | JOBS | NEWS | LIVE | TV | MORE',
    'Monday to Friday 9 AM to 5 PM, closed on SUN and SAT.',
    "She’ll be late, we’ll wait, and they’d rather go. She'll call.",
    'Emma Goldman, Tom Ford and R. Hershey are people; so is Barbara Hershey.',
    'The novel by Kay Anderson’s sister and Harold Barclay’s essay are in print.',
    'From the Southside of Middlesex to Murano, Brandywine and Smithfield it rained.',
    'The aurora Borealis, a robot called Maximus and the bronze man Talos were in the film.',
    'In the shell, $msgs holds the letters and $RPM_BUILD_ROOT the folder.',
    'The managers of Telecom Companies met.',
    'Western River Bancorp and American National Bankshares are others.',
    'Ezra Stiles Gannett preached; Gannett was a clergyman. Rob Lowe’s work, and that of Tonio Kroger.',
    'Tribes of the Amazon jungle and the Amazon river; Philip Coombs of the Ford Foundation.',
    'He went up the Amazon in a canoe. Life in the Amazon is hard, and the Amazon, they say, burns.',
    'The Providence Daily Journal wrote of an Atlantic Union and the Western Alliance.',
    'They met in Palo Alto, Calif.; the Palo Alto area is dear. There is balm in Gilead.',
    'The Cisco Kid rode along the Appian Way. John Hancock signed it.',
    'Particles of 0.3M and 7.3m; a share of US$7.3m; D E L L A.',
    'The Federal Reserve Bank of New York and the Republic Bank of New York met.',
    'One of Leslie’s last roles; Stan pulled Ollie’s leg. The Winnebago Tribe; Henry Francis Du Pont.',
    'On the AMEX the volume was low. Blackberry jam and a compass.',
    'An Apple a day keeps him well. The Oracle of Delphi spoke. Ford the river, then rest. The Amazon burns again.',
    'Mrs. Ford, Prof. Hershey and Sen. Goldman sat in Ford’s Theatre.',
    'E pluribus Unum; the game of the Old Republic; the National Research Council (NRC) met.',
    'A pole 3m tall, a 10x zoom and blocks of 8x8 dots. USA TODAY wrote of it. People were kind.',
    'Apple Crumble with Lemonade and Oracle Cards',
    'Snowflake Patterns for a Winter Evening',
    'It was touted as a Rocket Stock.',
    'They met in Times Square; the Square was full, and Square dancing began.',
    'They went to Southend-on-Sea; Sea said it was cold. Crane said no, and Banner said yes, and Largo slept.',
    'Penumbra and plexus are words of doctors; Lithia and Oshkosh are towns.',
    'Investors like the stock of a small modular reactor (SMR) maker; the shares of others fell.',
  ])('%s', async (text) => {
    expect(await tickers(text)).toEqual([]);
  });

  it('guesses that a page which does not say is not in English', async () => {
    const german =
      'Die mathematische Methode ist nicht neu, und das wissen die Leute, die der Sache nicht trauen. Das ist Nano, und der Rest nicht.';
    expect(await tickers(german, { lang: '' })).toEqual([]);
    const polish = 'To jest tak: nie w Nowym Roku, nie teraz, nie on, nie ona, nie my, jest nie i nie.';
    expect(await tickers(polish, { lang: '' })).toEqual([]);
  });

  it('reads nothing into words of other languages', async () => {
    expect(
      await tickers('Nouveau : découvrez nos offres. Über die Entwicklung. A V Z O.', { lang: 'fr' }),
    ).toEqual([]);
    expect(await tickers('Siga o canal no telefone. R$ 5. O dia.', { lang: 'pt' })).toEqual([]);
  });
});

describe('tables, rows and chips', () => {
  const cell = (text: string, column: number, beside?: string) => ({
    text,
    kind: 'cell' as const,
    columns: [`1.${column}`],
    beside,
  });

  it('reads a column of symbols, with or without names', async () => {
    const rows = ['ENSC', 'REKR', 'CLSK', 'GO'].flatMap((symbol) => [cell(symbol, 0), cell('12.5', 1)]);
    const found = await find(['Stocks whose shares rose most in trading', ...rows]);
    expect(found.map(({ ticker }) => ticker)).toEqual(['ENSC', 'REKR', 'CLSK', 'GO']);
    expect(found[0]!.evidence).toBe('table');
  });

  it('refuses a row whose name is another company’s', async () => {
    const found = await find([
      cell('DERM', 0, 'Dermira Inc'),
      cell('Dermira Inc', 1),
      cell('ABM', 0, 'ABM Industries'),
      cell('ABM Industries', 1),
    ]);
    expect(found.map(({ ticker }) => ticker)).not.toContain('DERM');
    expect(found.map(({ ticker }) => ticker)).toContain('ABM');
  });

  it('reads issuers as lists of securities write them', async () => {
    const names = [
      'REPUBLIC SVCS INC',
      'NORFOLK SOUTHN CORP',
      'PAYPAL HLDGS INC',
      'AT&T INC',
      'GENERAL MTRS CO',
      'PHILIP MORRIS INTL INC',
    ];
    const found = await find(names.map((name) => cell(name, 0)));
    expect(found.map(({ ticker }) => ticker)).toEqual(['RSG', 'NSC', 'PYPL', 'T', 'GM', 'PM']);
    const funds = ['SCHWAB STRATEGIC TR', 'WISDOMTREE TR', 'INVESCO QQQ TR', 'GOLDMAN SACHS ETF TR'];
    expect(await find(funds.map((name) => cell(name, 0)))).toEqual([]);
  });

  it('believes a link to a quote page only where its text names the company', async () => {
    const link = (text: string, href: string) => ({
      text,
      kind: 'item' as const,
      links: [{ start: 0, end: text.length, href }],
    });
    expect((await find([link('GO', '/quote/GO')]))[0]).toMatchObject({ ticker: 'GO', evidence: 'link' });
    expect((await find([link('Home Depot', '/quote/HD')]))[0]).toMatchObject({
      ticker: 'HD',
      evidence: 'link',
    });
    expect(await find([link('Read more', '/quote/GO')])).toEqual([]);
    expect(await find([link('REL', '/quote/LON:REL')])).toEqual([]);
  });
});
