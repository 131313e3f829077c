import type { Site } from './types';

export const zacks: Site = {
  id: 'zacks',
  name: 'Zacks',
  hosts: ['zacks.com'],
  header: '#quote_ribbon_v2 h1, h1',
};
