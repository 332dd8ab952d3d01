import { xmlText } from '#lib/view/xmlText.ts';

const INLINED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'letter-spacing',
  'text-anchor',
  'stop-color',
] as const;

const SCALE = 2;
const MARGIN = 24;

const TEXT = 13;
const LINE = 20;

/**
 * A drawing of the page as a PNG: its styles are written into a copy, so it needs no page. `words`
 * stand below it, a paragraph each.
 */
export async function exportPng(svg: SVGSVGElement, words: readonly string[]): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inlineStyles(svg, copy);
  for (const mark of copy.querySelectorAll('[data-export="never"]')) mark.remove();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const source = xmlText(new XMLSerializer().serializeToString(copy));
  const image = await load(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`);
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser cannot draw pictures');
  const page = getComputedStyle(document.body);
  const font = `${TEXT * SCALE}px ${page.fontFamily}`;
  pen.font = font;
  const lines = words.flatMap((one) => wrap(pen, one, width * SCALE));
  canvas.width = (width + 2 * MARGIN) * SCALE;
  canvas.height = (height + 2 * MARGIN + lines.length * LINE) * SCALE;
  pen.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, MARGIN * SCALE, MARGIN * SCALE, width * SCALE, height * SCALE);
  // A canvas forgets its font when its size is set.
  pen.font = font;
  pen.fillStyle = page.color;
  lines.forEach((line, index) => {
    pen.fillText(line, MARGIN * SCALE, (MARGIN + height + (index + 1) * LINE) * SCALE);
  });
  return toBlob(canvas);
}

/** Breaks where words end; a text without spaces breaks anywhere. */
function wrap(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(/[\w\p{P}]+\s*|\s+|./gu) ?? []) {
    if (line !== '' && pen.measureText(line + part).width > width) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  return [...lines, line];
}

function inlineStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  if (style.display === 'none') to.setAttribute('data-export', 'never');
  const rules = INLINED.map((name) => `${name}:${style.getPropertyValue(name)}`);
  to.setAttribute('style', rules.join(';'));
  to.removeAttribute('class');
  [...from.children].forEach((child, index) => {
    const twin = to.children[index];
    if (twin) inlineStyles(child, twin);
  });
}

function load(source: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the figure could not be drawn'));
    image.src = source;
  });
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}
