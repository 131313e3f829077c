import type { Site } from './types';

export const businessWire: Site = {
  id: 'business-wire',
  name: 'Business Wire',
  hosts: ['businesswire.com'],
  quote: [],
};
