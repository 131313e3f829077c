const set = (words: string) => new Set(words.trim().split(/\s+/));

const LEGAL = set(
  'inc incorporated corp corporation co cos company companies ltd limited plc llc lp lllp sa ag nv se asa ab oyj spa bv na sab kgaa pte oy sca sarl',
);

/** Words that say what a company does or is, and that writers leave out: "Envista" for "Envista Holdings". */
const GENERIC = set(`
  holdings holding hldgs group international technologies technology industries enterprises enterprise worldwide global
  financial bancorp bancorporation bancshares bankshares pharmaceuticals pharmaceutical pharma therapeutics biosciences
  bioscience biopharma biopharmaceuticals biotherapeutics biotech biotechnology biotechnologies biologics sciences science
  medicines medicine energy resources realty properties reit trust systems software networks network brands entertainment
  media communications medical health healthcare semiconductor semiconductors partners capital solutions services
  products stores restaurants laboratories labs materials petroleum oil gas exploration mining minerals metals motors
  motor automotive airlines interactive platforms studios electronics instruments devices diagnostics genetics genomics
  oncology surgical robotics power electric water infrastructure logistics transportation marine shipping maritime
  insurance education digital data ai tool tools foods food beverage apparel outfitters cosmetics beauty hotels resorts
  hospitality gaming homes home builders building manufacturing controls equipment machinery steel paper packaging
  chemical chemicals specialties analytics security works wireless telecom cloud online com estate investment investments
  asset management residential commercial mortgage finance acceptance bank banks banc produce aircraft bottling trading
  ventures royalty royalties farms brewing wines acquisition bio neuro imaging immunotherapeutics biomedical biomaterials
  biolabs bioworks medtech theranostics optics photonics aerospace therapies gene micro telecommunications communication
  lifesciences cannabis`);

/** Words that say so little that a name made of them alone could be anyone's: "First National". */
const VAGUE = set(
  'first national american america united general community independent capital home global new city state citizens peoples southern northern western eastern central pacific atlantic union federal old great big public private universal standard premier select prime of for the consumer business family enterprise',
);

/** Whether a word is a legal form that a company's name may end with. */
export function isLegalForm(word: string): boolean {
  return LEGAL.has(word);
}

/** Whether a word says what kind of company it is rather than which. */
export function isGeneric(word: string): boolean {
  return GENERIC.has(word);
}

/** Whether a word is in so many names that it tells none of them. */
export function isVague(word: string): boolean {
  return VAGUE.has(word);
}
