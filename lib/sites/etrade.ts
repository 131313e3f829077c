import type { Site } from './types';

export const etrade: Site = {
  id: 'etrade',
  name: 'E*TRADE',
  hosts: ['etrade.com'],
};
