// The process that prints: it reads one plan, writes one PDF, and takes its memory with it.
import { text } from 'node:stream/consumers';
import { paperText } from '../paperText.ts';
import { renderPdf } from './draw/renderPdf.ts';
import { planDocument } from './planDocument.ts';
import type { PrintOrder } from './printPlan.ts';

const { print, locale, paper } = JSON.parse(await text(process.stdin)) as PrintOrder;
const document = planDocument(print, await paperText(locale));
const madeAt = new Date(`${print.madeOn}T00:00:00Z`);
process.stdout.write(await renderPdf(document, { size: paper, madeAt }));
