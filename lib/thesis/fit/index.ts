import type { Factor } from '../evidence';
import { againstIwm6m } from './against-iwm-6m';
import { againstIwmLow } from './against-iwm-low';
import { aiIndependence } from './ai-independence';
import { earningsGrowth } from './earnings-growth';
import { marginTrend } from './margin-trend';
import { multiple } from './multiple';
import { ownHigh } from './own-high';
import { profitable } from './profitable';
import { rateRelief } from './rate-relief';
import { smallCap } from './small-cap';

/** Every factor of a company's fit, in the order in which the thesis asks. */
export const FACTORS: Factor[] = [
  smallCap,
  ownHigh,
  againstIwmLow,
  againstIwm6m,
  rateRelief,
  aiIndependence,
  earningsGrowth,
  marginTrend,
  multiple,
  profitable,
];
