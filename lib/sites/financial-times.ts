import type { Site } from './types';

export const financialTimes: Site = {
  id: 'financial-times',
  name: 'Financial Times',
  hosts: ['ft.com'],
  header: 'h1',
};
