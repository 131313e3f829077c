import type { Site } from './types';

export const ibd: Site = {
  id: 'ibd',
  name: "Investor's Business Daily",
  hosts: ['investors.com'],
  header: 'h1',
};
