import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homeSearch } from '#components/screens/homeSearch.ts';
import { readView, shownQuery } from '#components/screens/views/readView.ts';
import { viewAddress, viewLink } from '#components/screens/views/viewAddress.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { joinValues } from '#lib/contract/valueList.ts';
import type { SavedView } from '#lib/contract/views.ts';

const facts: HomeFacts = {
  ...{ slug: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' },
  stages: ['mql', 'sal', 'won'],
  calendar: { today: '2026-06-01', dataFrom: null, dataThrough: null, fiscalStartMonth: 1 },
  values: {
    segment: ['small', 'mid, large'],
    channel: ['web'],
    ...{ pod: [], owner: [], region: [], product: [], motion: [] },
  },
};

function view(more: Partial<SavedView>): SavedView {
  return {
    ...{ id: 'id1', page: 'home', name: 'n', query: '', is_default: false },
    ...{ created_at: '', updated_at: '' },
    ...more,
  };
}

describe('readView', () => {
  it('keeps what holds, in order, and leaves out defaults and what lies open', () => {
    const text = 'segment=small&clock=cohort&period=thisYear&open=sal&record=7&view=x&grain=week';
    expect(readView('home', text, facts)).toEqual({
      query: 'grain=week&period=thisYear&segment=small',
      dropped: [],
    });
  });

  it('keeps the number that a trend follows', () => {
    for (const text of ['pace=sum&trend=entries%3Asal', 'trend=arr']) {
      expect(readView('home', text, facts)).toEqual({ query: text, dropped: [] });
    }
  });

  it('says which values the organization no longer has, and keeps the others', () => {
    const { query, dropped } = readView('home', 'segment=small,gone,mid\\, large', facts);
    expect(dropped).toEqual([{ name: 'segment', value: 'gone' }]);
    expect(new URLSearchParams(query).get('segment')).toBe('small,mid\\, large');
    const none = readView('home', 'channel=gone&segment=unknown', facts);
    expect(none).toEqual({
      query: 'segment=unknown',
      dropped: [{ name: 'channel', value: 'gone' }],
    });
  });

  it.each([
    ['home', 'clock=sundial'],
    ['home', 'period=lastCentury'],
    ['home', 'from=2026-02-31x'],
    ['home', 'window=-3'],
    ['home', 'trend=mql>sql'],
    ['home', 'by=segment'],
    ['home', '__proto__=1'],
    ['home', 'trend=entries:sql'],
    ['loop', 'grain=week'],
    ['stages', 'against=nothing'],
    ['stages', 'trend=arr'],
  ] as const)('on %s leaves out %s', (page, text) => {
    const [name = '', value = ''] = text.split('=');
    expect(readView(page, text, facts)).toEqual({ query: '', dropped: [{ name, value }] });
  });

  it('holds a hand-off of two stages that are on and follow one another', () => {
    expect(readView('home', 'trend=mql%3Esal', facts).query).toBe('trend=mql%3Esal');
    expect(readView('home', 'trend=mql%3Ewon', facts).dropped).toHaveLength(1);
  });

  it('reads its own words again as they are, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = readView('stages', text, facts);
        expect(readView('stages', once.query, facts)).toEqual({ query: once.query, dropped: [] });
      }),
    );
  });

  it('reads what a page shows, whatever the values are called', () => {
    const words = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(words, (segment) => {
        const own = { ...facts, values: { ...facts.values, segment } };
        const shown = shownQuery('home', { segment, window: 30, open: 'sal' });
        expect(readView('home', shown, own)).toEqual({ query: shown, dropped: [] });
        const said = new URLSearchParams(shown).get('segment') ?? '';
        expect(homeSearch.segment.parse(said)).toEqual(
          homeSearch.segment.parse(joinValues(segment)),
        );
      }),
    );
  });
});

describe('viewAddress', () => {
  const views = [
    view({ id: 'plain' }),
    view({ id: 'mine', query: 'segment=small&channel=gone', is_default: true }),
    view({ id: 'loop', page: 'loop', query: 'by=segment', is_default: true }),
  ];

  it('opens a bare page with its reader’s own view, less what is gone', () => {
    expect(viewAddress('home', {}, facts, views)).toBe('/acme?view=mine&segment=small');
    expect(viewAddress('loop', {}, facts, views)).toBe('/acme/loop?view=loop&by=segment');
    expect(viewAddress('stages', {}, facts, views)).toBeNull();
  });

  it('leaves an address alone that says something', () => {
    expect(viewAddress('home', { segment: 'x' }, facts, views)).toBeNull();
    expect(viewAddress('home', { view: 'mine', segment: 'x' }, facts, views)).toBeNull();
  });

  it('follows the link of a view once, and never in a circle', () => {
    expect(viewAddress('home', { view: 'mine' }, facts, views)).toBe(
      '/acme?view=mine&segment=small',
    );
    expect(viewAddress('home', { view: 'plain' }, facts, views)).toBeNull();
    expect(viewAddress('home', { view: 'loop' }, facts, views)).toBeNull();
    expect(viewAddress('home', { view: 'unheard' }, facts, views)).toBeNull();
    const usual = [view({ id: 'plain', is_default: true })];
    expect(viewAddress('home', {}, facts, usual)).toBe('/acme?view=plain');
  });

  it('links to a view, wherever it is', () => {
    expect(viewLink('acme', view({ page: 'stages' }))).toBe('/acme/stages?view=id1');
  });
});
