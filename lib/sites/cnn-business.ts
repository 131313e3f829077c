import type { Site } from './types';

export const cnnBusiness: Site = {
  id: 'cnn-business',
  name: 'CNN Business',
  hosts: ['money.cnn.com'],
  header: 'h1',
};
