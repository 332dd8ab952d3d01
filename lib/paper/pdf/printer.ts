// The process that prints: it reads one plan, writes one PDF, and takes its memory with it.
import { text } from 'node:stream/consumers';
import type { PaperSize } from '#lib/contract/paperSizes.ts';
import type { PlanPrint } from '#lib/contract/planPaper.ts';
import type { Locale } from '#lib/i18n/locales.ts';
import { paperText } from '../paperText.ts';
import { renderPdf } from './draw/renderPdf.ts';
import { planDocument } from './planDocument.ts';

type Order = { print: PlanPrint; locale: Locale; paper: PaperSize };

const { print, locale, paper } = JSON.parse(await text(process.stdin)) as Order;
const document = planDocument(print, await paperText(locale));
const madeAt = new Date(`${print.madeOn}T00:00:00Z`);
process.stdout.write(await renderPdf(document, { size: paper, madeAt }));
