import type { Site } from './types';

export const sofi: Site = {
  id: 'sofi',
  name: 'SoFi',
  hosts: ['sofi.com'],
};
