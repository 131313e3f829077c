import type { Site } from './types';

export const barchart: Site = {
  id: 'barchart',
  name: 'Barchart',
  hosts: ['barchart.com'],
  header: 'h1',
};
