import type { Site } from './types';

export const marketwatch: Site = {
  id: 'marketwatch',
  name: 'MarketWatch',
  hosts: ['marketwatch.com'],
  header: 'h1.company__name',
};
