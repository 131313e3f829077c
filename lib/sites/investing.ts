import type { Site } from './types';

export const investing: Site = {
  id: 'investing',
  name: 'Investing.com',
  hosts: ['investing.com'],
  header: 'h1',
};
