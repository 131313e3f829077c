// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createBadge, pillWidth } from '../../lib/overlay/badge';
import { createHost, isHost, removeStrayHosts } from '../../lib/overlay/host';

const LOOK = { palette: 'teal-orange', size: 'normal', place: 'corner', quiet: false } as const;

const enerpac = {
  ticker: 'EPAC',
  name: 'Enerpac Tool Group',
  smallCap: true,
  wanted: true,
  score: 63.6,
  verdict: 'supports',
} as const;

describe('a badge', () => {
  it('is a button that names company, score and verdict', () => {
    const badge = createBadge(enerpac);
    expect(badge.localName).toBe('button');
    expect(badge.getAttribute('aria-label')).toBe('Enerpac Tool Group, score 63 of 100, supports');
  });

  it('shows full points and shape without any text that find-in-page or copying could meet', () => {
    const badge = createBadge(enerpac);
    expect(badge.dataset.score).toBe('63');
    expect(badge.dataset.shape).toBe('▲');
    expect(badge.textContent).toBe('');
  });

  it('says so when nothing is known', () => {
    const badge = createBadge({ ...enerpac, score: null, verdict: 'unknown' });
    expect(badge.getAttribute('aria-label')).toBe('Enerpac Tool Group, score unknown');
    expect(badge.dataset.score).toBe('');
  });

  it('is as wide as its score needs', () => {
    expect(pillWidth({ score: 100, verdict: 'supports' })).toBeGreaterThan(pillWidth(enerpac));
    expect(pillWidth({ score: null, verdict: 'unknown' })).toBeLessThan(pillWidth(enerpac));
  });
});

describe('a host', () => {
  it('is an element without attributes, text or children in the page’s own markup', () => {
    const { element } = createHost([], 'dark', LOOK);
    expect(element.outerHTML).toBe('<minnow-badges></minnow-badges>');
  });

  it('knows in its own shadow how large badges are, and whether they are quiet', () => {
    const { surface } = createHost([], 'light', { ...LOOK, size: 'large', quiet: true });
    expect(surface.style.getPropertyValue('--size')).toBe('1.3');
    expect(surface.dataset.quiet).toBe('true');
  });

  it('is closed to the page', () => {
    const { element, surface } = createHost([], 'light', LOOK);
    expect(element.shadowRoot).toBeNull();
    expect(surface.dataset.theme).toBe('light');
  });

  it('is told from the page’s own elements, and removed when an older copy left it', () => {
    const { element } = createHost([], 'light', LOOK);
    document.body.replaceChildren(document.createElement('p'), element);
    expect([...document.body.children].map(isHost)).toEqual([false, true]);
    removeStrayHosts(document);
    expect(document.body.children).toHaveLength(1);
  });
});
