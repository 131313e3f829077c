import type { Site } from './types';

export const benzinga: Site = {
  id: 'benzinga',
  name: 'Benzinga',
  hosts: ['benzinga.com'],
  header: 'h1',
};
