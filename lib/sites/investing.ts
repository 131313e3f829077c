import type { Site } from './types';

export const investing: Site = {
  id: 'investing',
  name: 'Investing.com',
  hosts: ['investing.com'],
  // Its addresses name companies, not symbols.
  quote: [],
};
