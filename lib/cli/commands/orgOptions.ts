import { type OrgChanges, orgChanges } from '#lib/contract/orgInput.ts';
import { parse } from '#lib/contract/parse.ts';
import type { Given } from '../command.ts';
import { Plain } from '../say.ts';
import { readJsonFile } from './readJsonFile.ts';

export const ORG_OPTIONS = [
  ...['name', 'time-zone', 'currency', 'week-start', 'fiscal-start-month', 'stages'],
  ...['renewal-grace-days', 'order', 'segment-rule'],
] as const;

export const ORG_USAGE =
  '[--week-start mon] [--fiscal-start-month 1] [--stages mql,sql,won] [--renewal-grace-days 0] ' +
  '[--order segment=small,mid] [--segment-rule <json file>]';

/** The settings that the options name, under the names of the wire; checked there. */
export async function readOrgOptions(given: Given): Promise<OrgChanges> {
  const orders = given.all('order').map(readOrder);
  const stages = given.one('stages');
  const rule = given.one('segment-rule');
  const settings = {
    name: given.one('name'),
    time_zone: given.one('time-zone'),
    currency: given.one('currency'),
    week_start: given.one('week-start'),
    fiscal_start_month: readWhole(given, 'fiscal-start-month'),
    stages: stages === undefined ? undefined : splitList(stages),
    renewal_grace_days: readWhole(given, 'renewal-grace-days'),
    order: orders.length === 0 ? undefined : Object.fromEntries(orders),
    segment_rule: rule === undefined ? undefined : await readJsonFile(rule),
  };
  const said = Object.entries(settings).filter(([, value]) => value !== undefined);
  return parse(orgChanges, Object.fromEntries(said)) as OrgChanges;
}

function readOrder(text: string): [string, string[]] {
  const at = text.indexOf('=');
  if (at < 1) throw new Plain(`--order "${text}": write it as segment=small,mid,key.`);
  return [text.slice(0, at).trim(), splitList(text.slice(at + 1))];
}

function readWhole(given: Given, name: string): number | undefined {
  const text = given.one(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,4}$/.test(text)) throw new Plain(`--${name} "${text}": must be a whole number.`);
  return Number(text);
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
