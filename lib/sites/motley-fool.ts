import type { Site } from './types';

export const motleyFool: Site = {
  id: 'motley-fool',
  name: 'The Motley Fool',
  hosts: ['fool.com'],
  header: 'h1',
};
