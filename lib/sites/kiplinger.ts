import type { Site } from './types';

export const kiplinger: Site = {
  id: 'kiplinger',
  name: 'Kiplinger',
  hosts: ['kiplinger.com'],
  quote: [],
};
