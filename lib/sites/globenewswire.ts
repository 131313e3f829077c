import type { Site } from './types';

export const globenewswire: Site = {
  id: 'globenewswire',
  name: 'GlobeNewswire',
  hosts: ['globenewswire.com'],
  quote: [],
};
