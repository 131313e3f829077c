import type { Site } from './types';

export const morningstar: Site = {
  id: 'morningstar',
  name: 'Morningstar',
  hosts: ['morningstar.com'],
  header: 'h1',
};
