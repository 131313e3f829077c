import type { Site } from './types';

export const investorplace: Site = {
  id: 'investorplace',
  name: 'InvestorPlace',
  hosts: ['investorplace.com'],
  quote: [/\/stock-quotes\/([a-z]{1,5})-stock-quote\/?$/],
  header: 'h1',
};
