import type { Site } from './types';

export const robinhood: Site = {
  id: 'robinhood',
  name: 'Robinhood',
  hosts: ['robinhood.com'],
  header: 'h1',
};
