import type { Site } from './types';

export const businessInsider: Site = {
  id: 'business-insider',
  name: 'Business Insider',
  hosts: ['businessinsider.com'],
  header: 'h1',
};
