import type { Site } from './types';

export const tradingview: Site = {
  id: 'tradingview',
  name: 'TradingView',
  hosts: ['tradingview.com'],
  header: 'h1',
};
