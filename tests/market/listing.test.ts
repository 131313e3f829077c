import { describe, expect, it } from 'vitest';
import { isCommon } from '../../lib/market/listing';

describe('an ordinary share in a business', () => {
  it.each([
    ['EPAC', 'Enerpac Tool Group Corp. Common Stock', 'Industrial Machinery/Components'],
    ['GEL', 'Genesis Energy L.P. Common Units', 'Oil Refining/Marketing'],
    ['OPI', 'Office Properties Income Trust Common shares of beneficial interest', 'Real Estate'],
    ['INFY', 'Infosys Limited American Depositary Shares', 'EDP Services'],
    ['BTGO', 'BitGo Holdings Inc. Class A Common Stock', 'Finance: Consumer Services'],
  ])('is %s, %s', (symbol, name, industry) => {
    expect(isCommon(name, symbol, industry, false)).toBe(true);
  });

  it.each([
    ['ABR^D', 'Arbor Realty Trust 6.375% Series D Preferred', 'Real Estate Investment Trusts'],
    ['AACIW', 'Armada Acquisition Corp. III Warrant', 'Blank Checks'],
    ['KRAQ', 'KRAKacquisition Corp Class A Ordinary Shares', undefined],
    ['WAFDP', 'WaFd Inc. Depositary Shares', 'Major Banks'],
    ['DDT', "Dillard's Capital Trust I", 'Department/Specialty Retail Stores'],
    ['GAB', 'Gabelli Equity Trust Inc. (The) Common Stock', 'Investment Managers'],
    ['GBDC', 'Golub Capital BDC Inc. Common Stock', 'Finance: Consumer Services'],
    ['ENJ', 'Entergy New Orleans LLC First Mortgage Bonds 5.0% Series due', 'Power Generation'],
  ])('is not %s, %s', (symbol, name, industry) => {
    expect(isCommon(name, symbol, industry, false)).toBe(false);
  });

  it('is an investment manager that files yearly accounts', () => {
    expect(
      isCommon('Virtus Investment Partners Inc. Common Stock', 'VRTS', 'Investment Managers', true),
    ).toBe(true);
  });
});
