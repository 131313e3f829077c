import type { Site } from './types';

export const marketbeat: Site = {
  id: 'marketbeat',
  name: 'MarketBeat',
  hosts: ['marketbeat.com'],
  header: 'h1',
};
