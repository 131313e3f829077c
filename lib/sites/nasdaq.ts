import type { Site } from './types';

export const nasdaq: Site = {
  id: 'nasdaq',
  name: 'Nasdaq',
  hosts: ['nasdaq.com'],
  header: 'h1',
};
