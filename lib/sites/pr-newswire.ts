import type { Site } from './types';

export const prNewswire: Site = {
  id: 'pr-newswire',
  name: 'PR Newswire',
  hosts: ['prnewswire.com'],
  quote: [],
};
