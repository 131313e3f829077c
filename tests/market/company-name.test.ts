import { describe, expect, it } from 'vitest';
import { companyName } from '../../lib/market/company-name';

describe('the name of a company', () => {
  it.each([
    ['Enerpac Tool Group Corp. Common Stock', 'Enerpac Tool Group Corp.'],
    ['Shake Shack Inc. Class A Common Stock', 'Shake Shack Inc.'],
    ['Global Ship Lease Inc New Class A Common Shares', 'Global Ship Lease Inc New'],
    [
      'ZTO Express (Cayman) Inc. American Depositary Shares each representing one Class A ordinary share',
      'ZTO Express (Cayman) Inc.',
    ],
    ['Agree Realty Corporation Common Stock', 'Agree Realty Corporation'],
    [
      'Independence Realty Trust, Inc. Common Shares of Beneficial Interest',
      'Independence Realty Trust, Inc.',
    ],
    ['Common Stock', 'Common Stock'],
    ['Classover Holdings, Inc. Class B Common Stock', 'Classover Holdings, Inc.'],
    ['United Parks & Resorts Inc. Common Stock', 'United Parks & Resorts Inc.'],
  ])('%s: %s', (title, name) => {
    expect(companyName(title)).toBe(name);
  });
});
