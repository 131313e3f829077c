import type { Site } from './types';

export const vanguard: Site = {
  id: 'vanguard',
  name: 'Vanguard',
  hosts: ['vanguard.com'],
};
