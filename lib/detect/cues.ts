const set = (words: string) => new Set(words.split(/\s+/));

/** Words after a name that only a company has. */
export const SHARES_AFTER = set(
  'shares stock stocks shareholders stockholders ceo cfo spokesman spokeswoman employees earnings revenue revenues profit profits investors securities bonds inc corp dividend guidance quarterly results share',
);

/** Words after a name that companies do, and people hardly ever. */
export const COMPANY_VERBS = set(
  'reported reports posted posts rose fell gained jumped dropped climbed slid slipped soared plunged tumbled surged declined rallied sank beat missed acquired acquires agreed operates trades traded closed expects announced announces unveiled owns employs launched raised cuts cut sells earned warned rises falls jumps drops slumped edged advanced lost',
);

/** Words that also people are the subject of; not enough for a name that may be a person's. */
export const ACTOR_VERBS = set('said says plans has had is was will would could and which also');

/** Words right before a name that make it a company's. */
export const COMPANY_BEFORE = set(
  'retailer maker chain giant peer peers bank insurer drugmaker chipmaker automaker carmaker rival rivals competitor competitors lender company firm startup parent brokerage airline developer producer operator provider manufacturer vendor supplier stocks stock names like including ticker biotech',
);

/** Two words right before a name that make it a company's. */
export const COMPANY_BEFORE_TWO =
  /(?:\b(?:shares|stock|owner|owners|parent|maker|stake|shareholders|investors|investor|position|acquisition|results|analysts?|ceo|chief|unit|subsidiary|bonds) (?:of|in|at|from|for)|\b(?:such as|invest in|invested in|buying|bought|acquired|acquire|acquiring|acquires|owning|shorting))$/;

/** Words that never belong to the name that follows: a capital at the start of a sentence or in a title. */
export const FUNCTION_WORDS = set(
  'the a an and or but if of in on at by for from to with as is are was were be been has have had do does did will would can could should may might yes than then that this these those there their its it he she they we you i our your his her my why how what when where who which while after before since until during about above against between into through over under up down out off again some both each few all any here now today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december however although though because despite meanwhile shares shareholders stock analysts analyst investors former ceo cfo chairman president via per vs versus plus like unlike among amid following another one two three',
);

/** Words after a name that make it a fund or an index rather than the company. */
export const FUND_AFTER = set(
  'etf etfs etn etns fund funds fd tr index indexes indices indx portfolio spdr composite futures',
);

/** Words after a name that make it a place, a venue or an award named after someone. */
export const PLACE_AFTER = set(
  'arena stadium field park center centre theater theatre bowl cup championship amphitheater amphitheatre coliseum colosseum pavilion hall tower building plaza street avenue road river lake bay beach county university college school church airport museum hospital award awards prize city island mountain valley national scholar foundation tribe way kid river rainforest',
);

/** Words that end the names of bodies that are no companies: "National Research Council". */
export const BODIES = set(
  'council institute society association commission committee foundation university college ministry academy federation',
);

/** The same in plain words: "the Amazon jungle". */
export const LAND_AFTER = set('river rainforest jungle forest basin delta tribe tribes');

/** Titles of people. */
export const TITLES = set(
  'mr mrs ms miss dr prof professor messrs sen senator rep gov governor gen col capt captain lt sgt rev hon sir lady lord king queen prince princess saint mayor judge justice',
);

/** Plain words right before a name that make it a person's: "analyst Brady". */
export const PEOPLE_BEFORE = set(
  'attorney lawyer actor actress author writer journalist reporter columnist editor coach manager analyst economist strategist trader founder chairman chairwoman president director officer colleague minister secretary congressman congresswoman detective pastor uncle aunt brother sister husband wife son daughter friend named',
);

/** Words before the name of one who speaks: "said Cohen". */
export const SPEECH = set(
  'said says asked asks told tells wrote writes added adds noted notes explained recalled replied',
);

/** Words before the name of a town. */
export const TOWN_BEFORE =
  /(?:\b(?:near|outside|downtown|northern|southern|eastern|western|central|nearby|toward|towards)|\b(?:based|headquartered|located|situated|born|raised|lives?|lived|living|offices?|plants?|factory|factories|mine|mines|town|city|county|village|port|suburb|people|residents?|police|mayor|streets?|home|arrived|stayed|east|west|north|south) (?:in|of|at|to))$/;

/** States as written after the name of a place. */
export const STATES = set(
  'ala alaska ariz ark calif colo conn del fla ga hawaii idaho ill ind iowa kan kans ky la maine md mass mich minn miss mo mont neb nev nh nj nm ny nc nd ohio okla ore pa ri sc sd tenn tex texas utah vt va wash wis wyo alabama arizona arkansas california colorado connecticut delaware florida georgia illinois indiana kansas kentucky louisiana maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee vermont virginia washington wisconsin wyoming al ak az ar ca co ct de fl hi id il ia ks ma me mi mn ms mt ne nv or tn tx ut vt wa wv wi wy ontario quebec canada england scotland germany france australia',
);

/** Words right before a name that make it an ordinary noun: "the gap", "your target". */
export const DETERMINERS = set(
  'the a an this that these those your our their its his her my no any each every another same some which what',
);

/** What follows an issuer's name in lists of securities. */
export const SECURITY_WORDS = set(
  'new del cl class a b c com common stock shs sh ord adr ads sponsored spon cap the reit ireland bermuda cayman n in md nj de pa va tx',
);

/** What prices do. */
export const PRICE_VERBS = set(
  'rose fell gained jumped dropped climbed slid slipped soared plunged tumbled surged declined rallied sank added shed lost rises falls jumps drops gains climbs slides slips soars plunges tumbles surges sinks',
);
