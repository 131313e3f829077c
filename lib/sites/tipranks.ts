import type { Site } from './types';

export const tipranks: Site = {
  id: 'tipranks',
  name: 'TipRanks',
  hosts: ['tipranks.com'],
  header: 'h1',
};
