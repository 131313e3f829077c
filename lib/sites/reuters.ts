import type { Site } from './types';

export const reuters: Site = {
  id: 'reuters',
  name: 'Reuters',
  hosts: ['reuters.com'],
  header: 'h1',
};
