import type { Site } from './types';

export const simplyWallSt: Site = {
  id: 'simply-wall-st',
  name: 'Simply Wall St',
  hosts: ['simplywall.st'],
  quote: [/\/stocks\/us\/[^/]+\/(?:nasdaq|nyse|nysemkt|amex)-([a-z]{1,5}(?:\.[a-z])?)(?:\/|$)/],
  header: 'h1',
};
