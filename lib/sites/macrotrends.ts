import type { Site } from './types';

export const macrotrends: Site = {
  id: 'macrotrends',
  name: 'Macrotrends',
  hosts: ['macrotrends.net'],
  quote: [/\/stocks\/charts\/([A-Z]{1,5}(?:\.[A-Z])?)\//],
  header: 'h1',
};
