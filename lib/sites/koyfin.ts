import type { Site } from './types';

export const koyfin: Site = {
  id: 'koyfin',
  name: 'Koyfin',
  hosts: ['koyfin.com'],
  quote: [],
};
