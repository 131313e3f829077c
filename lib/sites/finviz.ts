import type { Site } from './types';

export const finviz: Site = {
  id: 'finviz',
  name: 'Finviz',
  hosts: ['finviz.com'],
  header: 'h1, .quote-header_ticker-wrapper_company, .fullview-title',
};
