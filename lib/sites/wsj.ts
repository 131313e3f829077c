import type { Site } from './types';

export const wsj: Site = {
  id: 'wsj',
  name: 'The Wall Street Journal',
  hosts: ['wsj.com'],
  header: 'h1',
};
