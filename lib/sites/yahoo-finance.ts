import type { Site } from './types';

export const yahooFinance: Site = {
  id: 'yahoo-finance',
  name: 'Yahoo Finance',
  hosts: ['finance.yahoo.com'],
  header: 'h1',
};
