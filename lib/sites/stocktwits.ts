import type { Site } from './types';

export const stocktwits: Site = {
  id: 'stocktwits',
  name: 'Stocktwits',
  hosts: ['stocktwits.com'],
  header: 'h1',
};
