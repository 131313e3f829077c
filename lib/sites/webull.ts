import type { Site } from './types';

export const webull: Site = {
  id: 'webull',
  name: 'Webull',
  hosts: ['webull.com'],
  header: 'h1',
};
