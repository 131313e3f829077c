import type { Site } from './types';

export const foxBusiness: Site = {
  id: 'fox-business',
  name: 'Fox Business',
  hosts: ['foxbusiness.com'],
  quote: [/\/quote\?(?:.*&)?stockTicker=([A-Z]{1,5}(?:\.[A-Z])?)(?:&|$)/i],
  header: 'h1',
};
