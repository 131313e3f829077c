import type { Site } from './types';

export const schwab: Site = {
  id: 'schwab',
  name: 'Charles Schwab',
  hosts: ['schwab.com'],
};
