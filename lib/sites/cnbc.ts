import type { Site } from './types';

export const cnbc: Site = {
  id: 'cnbc',
  name: 'CNBC',
  hosts: ['cnbc.com'],
  header: 'h1',
};
