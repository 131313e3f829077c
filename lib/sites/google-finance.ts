import type { Site } from './types';

export const googleFinance: Site = {
  id: 'google-finance',
  name: 'Google Finance',
  hosts: ['finance.google.com'],
  patterns: ['*://www.google.com/finance*', '*://finance.google.com/*'],
  header: 'h1, [role="heading"]',
};
