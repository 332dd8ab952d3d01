import { Text } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import { COLOR } from './look.ts';

type Anchor = 'start' | 'middle' | 'end';
type Label = (
  key: string,
  text: string,
  at: [x: number, y: number],
  anchor: Anchor,
) => ReactElement;

/** Small words inside a drawing; they do not take over the font of the page. */
export function labelIn(families: string[]): Label {
  const style = { fontSize: 7.5, fontFamily: families };
  return (key, text, [x, y], textAnchor) =>
    h(Text, { key, x, y, textAnchor, fill: COLOR.ink2, style }, text);
}
