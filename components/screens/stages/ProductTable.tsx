'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { ChangeAnswer } from '#lib/contract/stages.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { usePairName } from './usePairName.ts';

type Product = NonNullable<ChangeAnswer['data']['product']>;
type Props = { product: Product; format: Format };

/** The won amount of both periods as a product, and what each factor moved. */
export function ProductTable({ product, format }: Props) {
  const t = useTranslations('stages.change');
  const { pair } = usePairName();
  const nameOf = (factor: string) =>
    factor === 'entries' || factor === 'amount' ? t(factor) : pair(factor);
  const shownAs = (factor: string, value: number) => {
    if (factor === 'entries') return format.count(value);
    return factor === 'amount' ? format.money(String(value)) : format.percent(value);
  };
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
              <Td numeric>{shownAs(factor, before)}</Td>
              <Td numeric>{shownAs(factor, after)}</Td>
              <Td numeric>{format.money(contribution)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
