import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, overlap, PILL_HEIGHT, place, type Want } from '../../lib/overlay/place';

const PAGE: Box = { left: 0, top: 0, right: 1000, bottom: 800 };

function want(line: Partial<Box> = {}, rest: Partial<Want> = {}): Want {
  const box = { left: 100, top: 100, right: 160, bottom: 118, ...line };
  return {
    plane: null,
    lines: [box],
    gap: 10,
    rtl: false,
    scale: 1,
    room: PAGE,
    width: 30,
    dense: false,
    beside: [],
    alone: false,
    ...rest,
  };
}

describe('a badge', () => {
  it('stands at the upper outer corner of its ticker, between two lines of text', () => {
    const [placed] = place([want()]);
    expect(placed?.form).toBe('pill');
    expect(placed?.box.left).toBeGreaterThan(160);
    expect((placed!.box.top + placed!.box.bottom) / 2).toBe(95);
  });

  it('keeps clear of the words after its ticker, and rises above them where no line stands above', () => {
    const next = { left: 164, top: 100, right: 300, bottom: 118 };
    const [placed] = place([want({}, { gap: 0, beside: [next] })]);
    expect(placed?.form).toBe('pill');
    expect(placed?.box.left).toBeGreaterThan(160);
    expect(placed!.box.bottom).toBeLessThanOrEqual(103);
  });

  it('takes its quiet form between lines too tight for more', () => {
    const beside = [
      { left: 164, top: 100, right: 300, bottom: 118 },
      { left: 0, top: 82, right: 300, bottom: 100 },
    ];
    expect(place([want({}, { gap: 0, beside })])[0]?.form).toBe('dot');
  });

  it('stays at the end of its ticker though another stands above that end', () => {
    const [, placed] = place([want({ left: 150, top: 72, right: 220, bottom: 90 }), want()]);
    expect(placed?.box.left).toBeGreaterThan(160);
  });

  it('stands at the left of a ticker in a right-to-left text', () => {
    const [placed] = place([want({}, { rtl: true })]);
    expect(placed?.box.right).toBeLessThan(100);
  });

  it('stands at the end of its line where words follow and there is no room above them', () => {
    const beside = [{ left: 160, top: 100, right: 300, bottom: 118 }];
    const room = { left: 90, top: 98, right: 400, bottom: 120 };
    const [placed] = place([want({}, { dense: true, alone: true, beside, room })]);
    expect(placed?.form).toBe('pill');
    expect(placed?.box.left).toBeGreaterThanOrEqual(300);
  });

  it('stands quietly in the gap before its line in vertical text', () => {
    const [placed] = place([want({ right: 118, bottom: 160 }, { vertical: 'right' })]);
    expect(placed?.form).toBe('dot');
    expect(placed?.box.left).toBe(118);
    expect(placed?.box.bottom).toBe(160);
  });

  it('grows with a scaled page', () => {
    const [placed] = place([want({}, { scale: 2 })]);
    expect(placed!.box.bottom - placed!.box.top).toBe(2 * PILL_HEIGHT);
    expect(placed!.box.right - placed!.box.left).toBe(60);
  });

  it('is only its shape where the user wants it quiet, with room or without', () => {
    const [placed] = place([want({}, { quiet: true })]);
    expect(placed?.form).toBe('dot');
    expect(placed?.box.left).toBeGreaterThan(160);
  });

  it('follows the last line of a ticker that runs over two lines', () => {
    const lines = [
      { left: 900, top: 100, right: 990, bottom: 118 },
      { left: 10, top: 128, right: 60, bottom: 146 },
    ];
    const [placed] = place([want({}, { lines })]);
    expect(placed?.box.left).toBeGreaterThan(60);
    expect(placed?.box.left).toBeLessThan(100);
  });

  it('goes above a ticker that ends at the edge of its room, instead of making the page scroll', () => {
    const [placed] = place([want({ left: 930, right: 995 })]);
    expect(placed?.box.right).toBeLessThanOrEqual(995);
    expect(placed?.box.bottom).toBeLessThanOrEqual(100);
  });

  it('stands beside the text of a table cell, where there is nothing else', () => {
    const cell = { left: 100, top: 98, right: 300, bottom: 120 };
    const [placed] = place([want({}, { dense: true, room: cell })]);
    expect(placed?.form).toBe('pill');
    expect(placed!.box.top).toBeGreaterThan(cell.top);
    expect(placed!.box.bottom).toBeLessThan(cell.bottom);
  });

  it('takes its quiet form in a cell with room for no more', () => {
    const [placed] = place([want({}, { dense: true, room: { left: 98, top: 98, right: 175, bottom: 120 } })]);
    expect(placed?.form).toBe('dot');
  });

  it('is left out of a one-line cell that its text fills', () => {
    const room = { left: 100, top: 98, right: 162, bottom: 120 };
    expect(place([want({}, { dense: true, room })])).toEqual([null]);
  });

  it('is left out where other content stands beside the text of a cell on both sides', () => {
    const beside = [
      { left: 161, top: 98, right: 400, bottom: 120 },
      { left: 0, top: 98, right: 99, bottom: 120 },
    ];
    expect(place([want({}, { dense: true, beside })])).toEqual([null]);
  });

  it('keeps clear of badges that stand already, but not of those in another scrolling box', () => {
    const box = place([want()])[0]!.box;
    expect(place([want()], [{ box, plane: null }])[0]!.box).not.toEqual(box);
    expect(place([want()], [{ box, plane: 'a list that scrolls' }])[0]!.box).toEqual(box);
  });

  it('is left out when its ticker has no visible text', () => {
    expect(place([want({}, { lines: [] })])).toEqual([null]);
  });
});

/** A line without the air beside its letters: above and below them, left and right of them in vertical text. */
function lettersOf({ left, top, right, bottom }: Box, air: number, { vertical }: Want): Box {
  const x = vertical ? (right - left) * air : 0;
  const y = vertical ? 0 : (bottom - top) * air;
  return { left: left + x, top: top + y, right: right - x, bottom: bottom - y };
}

describe('any badges on any page', () => {
  const line = fc
    .record({
      left: fc.integer({ min: 0, max: 950 }),
      top: fc.integer({ min: 0, max: 760 }),
      width: fc.integer({ min: 4, max: 200 }),
      height: fc.integer({ min: 6, max: 50 }),
    })
    .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }));
  const anyWant: fc.Arbitrary<Want> = fc.record({
    plane: fc.constantFrom(null, 'list'),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    gap: fc.integer({ min: 0, max: 14 }),
    rtl: fc.boolean(),
    vertical: fc.constantFrom(undefined, 'left' as const, 'right' as const),
    scale: fc.constantFrom(0.5, 1, 1.5),
    room: fc.oneof(fc.constant(PAGE), line),
    width: fc.constantFrom(18, 30, 36.5),
    dense: fc.boolean(),
    beside: fc.array(line, { maxLength: 2 }),
    alone: fc.boolean(),
  });
  const wants = fc.array(anyWant, { minLength: 1, maxLength: 25 });

  it('never cover their own ticker', () => {
    fc.assert(
      fc.property(wants, (all) => {
        for (const [i, placed] of place(all).entries()) {
          if (!placed) continue;
          for (const line of all[i]!.lines)
            expect(overlap(placed.box, lettersOf(line, 0.3, all[i]!))).toBe(false);
        }
      }),
    );
  });

  it('never cover the letters of the words around them', () => {
    fc.assert(
      fc.property(wants, (all) => {
        for (const [i, placed] of place(all).entries()) {
          if (!placed) continue;
          for (const word of all[i]!.beside)
            expect(overlap(placed.box, lettersOf(word, 0.38, all[i]!))).toBe(false);
        }
      }),
    );
  });

  it('never cover each other where they scroll together', () => {
    fc.assert(
      fc.property(wants, (all) => {
        const placed = place(all).map((one, i) => ({ box: one?.box, plane: all[i]!.plane }));
        for (const [i, a] of placed.entries()) {
          for (const b of placed.slice(i + 1)) {
            if (a.box && b.box && a.plane === b.plane) expect(overlap(a.box, b.box)).toBe(false);
          }
        }
      }),
    );
  });

  it('stay within their room', () => {
    fc.assert(
      fc.property(wants, (all) => {
        for (const [i, placed] of place(all).entries()) {
          const { room } = all[i]!;
          if (!placed) continue;
          expect(placed.box.left).toBeGreaterThanOrEqual(room.left);
          expect(placed.box.right).toBeLessThanOrEqual(room.right);
          expect(placed.box.top).toBeGreaterThanOrEqual(room.top);
          expect(placed.box.bottom).toBeLessThanOrEqual(room.bottom);
        }
      }),
    );
  });

  it('have a size that does not depend on where they stand', () => {
    fc.assert(
      fc.property(wants, (all) => {
        for (const [i, placed] of place(all).entries()) {
          if (placed?.form !== 'pill') continue;
          expect(placed.box.right - placed.box.left).toBeCloseTo(all[i]!.width * all[i]!.scale);
          expect(placed.box.bottom - placed.box.top).toBeCloseTo(PILL_HEIGHT * all[i]!.scale);
        }
      }),
    );
  });
});
