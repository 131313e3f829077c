import type { Site } from './types';

export const secEdgar: Site = {
  id: 'sec-edgar',
  name: 'SEC EDGAR',
  hosts: ['sec.gov'],
  quote: [
    /\/edgar\/browse\/\?(?:.*&)?CIK=([A-Za-z]{1,5}(?:-[A-Za-z])?)(?:&|$)/,
    /\/cgi-bin\/browse-edgar\?(?:.*&)?CIK=([A-Za-z]{1,5}(?:-[A-Za-z])?)(?:&|$)/,
  ],
  header: '.companyName, #entity-name',
};
