import type { Site } from './types';

export const thestreet: Site = {
  id: 'thestreet',
  name: 'TheStreet',
  hosts: ['thestreet.com'],
  header: 'h1',
};
