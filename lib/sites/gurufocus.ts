import type { Site } from './types';

export const gurufocus: Site = {
  id: 'gurufocus',
  name: 'GuruFocus',
  hosts: ['gurufocus.com'],
  header: 'h1',
};
