import type { Site } from './types';

export const ibd: Site = {
  id: 'ibd',
  name: "Investor's Business Daily",
  hosts: ['investors.com'],
  quote: [/\/stock-quotes\/(?:nyse|nasdaq|amex)-.*-([a-z]{1,5})\.htm/],
  header: 'h1',
};
