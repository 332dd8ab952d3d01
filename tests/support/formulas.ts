import { columnName } from '#lib/paper/sheet/address.ts';
import type { Cell, Sheet } from '#lib/paper/sheet/sheet.ts';

type Value = number | string | boolean;
type Matrix = Value[][];
type Token = { kind: 'number' | 'text' | 'name' | 'ref' | 'sign'; text: string };

/** A plain, slow reckoner of the formulas that our workbooks use: what a spreadsheet would show. */
export function openWorkbook(sheets: readonly Sheet[]) {
  const cells = new Map<string, Cell>();
  for (const { name, rows } of sheets) {
    rows.forEach((row, i) => {
      row.forEach((cell, j) => {
        if (cell !== null) cells.set(`${name}!${columnName(j)}${i + 1}`, cell);
      });
    });
  }
  const typed = new Map<string, Value>();
  let known = new Map<string, Value>();
  const valueAt = (key: string): Value => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const cell = cells.get(key);
    const sheet = key.slice(0, key.lastIndexOf('!'));
    const value =
      typed.get(key) ??
      (cell === undefined
        ? 0
        : cell.formula === undefined
          ? cell.value
          : (reckon(cell.formula, sheet, valueAt)[0]?.[0] ?? 0));
    known.set(key, value);
    return value;
  };
  return {
    cells,
    valueAt,
    /** Types something into a cell, as a reader of the workbook would. */
    type: (key: string, value: Value) => {
      typed.set(key, value);
      known = new Map();
    },
  };
}

const TOKEN =
  /\s*(?:('(?:[^']|'')+'!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![A-Z(])|(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|([A-Z]+)(?=\()|(>=|<=|<>|[-+*/^(),=<>]))/y;

function tokens(formula: string, sheet: string): Token[] {
  const all: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(formula);
    if (found === null) throw new Error(`cannot read ${formula.slice(at)} of ${formula}`);
    const [, other, ref, number, words, name, sign] = found;
    if (ref !== undefined) {
      const on = other === undefined ? sheet : other.slice(1, -2).replaceAll("''", "'");
      all.push({ kind: 'ref', text: `${on}!${ref.replaceAll('$', '')}` });
    } else if (number !== undefined) all.push({ kind: 'number', text: number });
    else if (words !== undefined) all.push({ kind: 'text', text: words.replaceAll('""', '"') });
    else if (name !== undefined) all.push({ kind: 'name', text: name });
    else all.push({ kind: 'sign', text: sign ?? '' });
  }
  return all;
}

const LEVELS = [['>', '<', '=', '>=', '<=', '<>'], ['+', '-'], ['*', '/'], ['^']];

function reckon(formula: string, sheet: string, valueAt: (key: string) => Value): Matrix {
  const all = tokens(formula, sheet);
  let at = 0;
  const eat = (text: string) => {
    const isNext = all[at]?.kind === 'sign' && all[at]?.text === text;
    if (isNext) at += 1;
    return isNext;
  };
  const level = (n: number): Matrix => {
    const signs = LEVELS[n];
    if (signs === undefined) return unary();
    let left = level(n + 1);
    for (;;) {
      const sign = signs.find((one) => eat(one));
      if (sign === undefined) return left;
      left = each(left, level(n + 1), (a, b) => combine(sign, a, b));
    }
  };
  const unary = (): Matrix => {
    if (eat('-')) return unary().map((row) => row.map((one) => -toNumber(one)));
    if (eat('(')) {
      const inner = level(0);
      if (!eat(')')) throw new Error(`a bracket is open in ${formula}`);
      return inner;
    }
    const token = all[at];
    at += 1;
    if (token?.kind === 'number') return [[Number(token.text)]];
    if (token?.kind === 'text') return [[token.text]];
    if (token?.kind === 'ref') return range(token.text, valueAt);
    if (token?.kind !== 'name' || !eat('(')) throw new Error(`cannot reckon ${formula}`);
    const args: Matrix[] = [level(0)];
    while (eat(',')) args.push(level(0));
    if (!eat(')')) throw new Error(`a bracket is open in ${formula}`);
    return [[call(token.text, args)]];
  };
  const value = level(0);
  if (at !== all.length) throw new Error(`something is left of ${formula}`);
  return value;
}

function range(text: string, valueAt: (key: string) => Value): Matrix {
  const mark = text.lastIndexOf('!');
  const sheet = text.slice(0, mark);
  const [from = '', to = from] = text.slice(mark + 1).split(':');
  const [left, top] = place(from);
  const [right, bottom] = place(to);
  return Array.from({ length: bottom - top + 1 }, (_, i) =>
    Array.from({ length: right - left + 1 }, (_, j) =>
      valueAt(`${sheet}!${columnName(left + j)}${top + i}`),
    ),
  );
}

function place(cell: string): [column: number, row: number] {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return [[...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1, Number(row)];
}

function each(a: Matrix, b: Matrix, of: (a: Value, b: Value) => Value): Matrix {
  const height = Math.max(a.length, b.length);
  const width = Math.max(a[0]?.length ?? 0, b[0]?.length ?? 0);
  const at = (m: Matrix, i: number, j: number) =>
    m[m.length === 1 ? 0 : i]?.[m[0]?.length === 1 ? 0 : j] ?? 0;
  return Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) => of(at(a, i, j), at(b, i, j))),
  );
}

function combine(sign: string, a: Value, b: Value): Value {
  const [x, y] = [toNumber(a), toNumber(b)];
  if (sign === '+') return x + y;
  if (sign === '-') return x - y;
  if (sign === '*') return x * y;
  if (sign === '/') return x / y;
  if (sign === '^') return x ** y;
  if (sign === '>') return x > y;
  if (sign === '<') return x < y;
  if (sign === '>=') return x >= y;
  if (sign === '<=') return x <= y;
  return sign === '=' ? x === y : x !== y;
}

function toNumber(value: Value): number {
  return value === '' ? 0 : Number(value);
}

function call(name: string, args: readonly Matrix[]): Value {
  const flat = args.flat(2);
  const numbers = flat.filter((one) => typeof one !== 'string').map(Number);
  const [first = 0, second = 0, third = 0] = args.map((arg) => arg[0]?.[0] ?? 0);
  if (name === 'SUM') return numbers.reduce((sum, one) => sum + one, 0);
  if (name === 'MAX') return Math.max(...numbers);
  if (name === 'MIN') return Math.min(...numbers);
  if (name === 'AND') return flat.every(Boolean);
  if (name === 'OR') return flat.some(Boolean);
  if (name === 'IF') return first ? second : third;
  if (name === 'ROUND') return Number(toNumber(first).toFixed(toNumber(second)));
  if (name === 'ROUNDUP') return Math.sign(toNumber(first)) * Math.ceil(Math.abs(toNumber(first)));
  if (name !== 'SUMPRODUCT') throw new Error(`${name} is not among the formulas`);
  const product = args.reduce((all, one) => {
    if (all.length !== one.length || all[0]?.length !== one[0]?.length) {
      throw new Error('SUMPRODUCT of ranges of different shapes');
    }
    return each(all, one, (a, b) => combine('*', a, b));
  });
  return product.flat().reduce<number>((sum, one) => sum + toNumber(one), 0);
}
