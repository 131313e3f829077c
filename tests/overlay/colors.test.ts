import { describe, expect, it } from 'vitest';
import { groundOf } from '../../lib/overlay/colors';

describe('the ground under a text', () => {
  it.each([
    ['rgb(0, 0, 0)', 'light'],
    ['rgb(22, 32, 44)', 'light'],
    ['rgb(90, 102, 117)', 'light'],
    ['rgba(255, 255, 255, 0.9)', 'dark'],
    ['rgb(233, 238, 243)', 'dark'],
    ['oklch(0.2 0.02 250)', 'light'],
    ['oklab(0.95 0 0)', 'dark'],
    ['lab(12 4 -8)', 'light'],
    ['lch(92 10 200)', 'dark'],
    ['color(srgb 0.98 0.98 0.98)', 'dark'],
    ['color(display-p3 0.1 0.1 0.1)', 'light'],
  ])('%s stands on a %s one', (color, ground) => {
    expect(groundOf(color)).toBe(ground);
  });

  it('is taken for light when the color is not understood', () => {
    expect(groundOf('transparent')).toBe('light');
  });
});
