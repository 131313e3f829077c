import type { Site } from './types';

export const bloomberg: Site = {
  id: 'bloomberg',
  name: 'Bloomberg',
  hosts: ['bloomberg.com'],
  header: 'h1',
};
