import type { Site } from './types';

export const financialTimes: Site = {
  id: 'financial-times',
  name: 'Financial Times',
  hosts: ['ft.com'],
  // Its own names of the US exchanges.
  quote: [/\/tearsheet\/\w+\?(?:.*&)?s=([A-Z]{1,5}(?:\.[A-Z])?)(?::|%3A)(?:NYQ|NSQ|ASQ)(?:&|$)/],
  header: 'h1',
};
