import type { Site } from './types';

export const foxBusiness: Site = {
  id: 'fox-business',
  name: 'Fox Business',
  hosts: ['foxbusiness.com'],
  header: 'h1',
};
