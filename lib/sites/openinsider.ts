import type { Site } from './types';

export const openinsider: Site = {
  id: 'openinsider',
  name: 'OpenInsider',
  hosts: ['openinsider.com'],
  quote: [/openinsider\.com\/([A-Z]{1,5})$/],
  header: 'h1',
};
