import type { Site } from './types';

export const merrill: Site = {
  id: 'merrill',
  name: 'Merrill',
  hosts: ['merrilledge.com', 'ml.com'],
};
