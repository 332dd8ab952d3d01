'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { ChangeAnswer } from '#lib/contract/stages.ts';
import type { ApiParams } from '#lib/view/homeState.ts';
import type { StagePart } from './stagePart.ts';
import { usePairName } from './usePairName.ts';

type Product = NonNullable<ChangeAnswer['data']['product']>;
type Props = StagePart & { product: Product; then: { from: string; to: string } };

/** The won amount of both periods as a product, and what each factor moved. */
export function ProductTable({ product, then, format, onDrill }: Props) {
  const t = useTranslations('stages.change');
  const { pair } = usePairName();
  const nameOf = (factor: string) =>
    factor === 'entries' || factor === 'amount' ? t(factor) : pair(factor);
  const shownAs = (factor: string, value: number) => {
    if (factor === 'entries') return format.count(value);
    return factor === 'amount' ? format.money(String(value)) : format.percent(value);
  };
  // Flows of the days themselves: the won amount is what was won in them.
  const open = (factor: string, days: ApiParams) => {
    const first = product.factors.find((one) => one.factor.includes('>'))?.factor.split('>')[0];
    const what = factor === 'entries' ? (first ?? 'won') : factor === 'amount' ? 'won' : factor;
    onDrill(what, { ...days, clock: 'period', window_days: '' });
  };
  const cell = (factor: string, when: 'then' | 'now', value: number, days: ApiParams) => (
    <Td numeric>
      <NumberButton className="relative" onClick={() => open(factor, days)}>
        <span className="sr-only">{`${nameOf(factor)}, ${t(when)}: `}</span>
        {shownAs(factor, value)}
      </NumberButton>
    </Td>
  );
  return (
    <div>
      <h3 className="mt-2 font-semibold">{t('product')}</h3>
      <p className="mb-2 text-sm text-ink-2">
        {t('productHint')}{' '}
        {t('productSays', {
          before: format.money(product.before),
          after: format.money(product.after),
        })}
      </p>
      <Table label={t('productLabel')}>
        <thead>
          <tr>
            <Th>{t('factor')}</Th>
            <Th numeric>{t('then')}</Th>
            <Th numeric>{t('now')}</Th>
            <Th numeric>{t('contribution')}</Th>
          </tr>
        </thead>
        <tbody>
          {product.factors.map(({ factor, before, after, contribution }) => (
            <tr key={factor}>
              <Th scope="row">{nameOf(factor)}</Th>
              {cell(factor, 'then', before, then)}
              {cell(factor, 'now', after, {})}
              <Td numeric>{format.money(contribution)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
