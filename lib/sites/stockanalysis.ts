import type { Site } from './types';

export const stockanalysis: Site = {
  id: 'stockanalysis',
  name: 'StockAnalysis',
  hosts: ['stockanalysis.com'],
  header: 'h1',
};
