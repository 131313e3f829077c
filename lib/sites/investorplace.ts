import type { Site } from './types';

export const investorplace: Site = {
  id: 'investorplace',
  name: 'InvestorPlace',
  hosts: ['investorplace.com'],
  header: 'h1',
};
