import type { Site } from './types';

export const interactiveBrokers: Site = {
  id: 'interactive-brokers',
  name: 'Interactive Brokers',
  hosts: ['interactivebrokers.com', 'ibkr.com'],
};
