import type { Site } from './types';

export const barrons: Site = {
  id: 'barrons',
  name: "Barron's",
  hosts: ['barrons.com'],
  header: 'h1',
};
