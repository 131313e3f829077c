import type { Site } from './types';

export const associatedPress: Site = {
  id: 'associated-press',
  name: 'Associated Press',
  hosts: ['apnews.com'],
  quote: [],
};
