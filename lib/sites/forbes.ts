import type { Site } from './types';

export const forbes: Site = {
  id: 'forbes',
  name: 'Forbes',
  hosts: ['forbes.com'],
  quote: [],
};
