import type { Site } from './types';

export const seekingAlpha: Site = {
  id: 'seeking-alpha',
  name: 'Seeking Alpha',
  hosts: ['seekingalpha.com'],
  header: 'h1',
};
