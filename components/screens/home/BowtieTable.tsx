'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import type { HandOff } from '#lib/view/handOff.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import { stageName } from '#lib/view/text.ts';

type Props = { view: BowtieView; format: Format; onOpen: (id: string) => void };

/** The figure's twin: the same numbers in rows. */
export function BowtieTable({ view, format, onOpen }: Props) {
  return (
    <div className="grid grid-cols-1 gap-6">
      <StageTable view={view} format={format} onOpen={onOpen} />
      {view.handOffs.length > 0 && <HandOffTable view={view} format={format} onOpen={onOpen} />}
      {view.movements.length > 0 && <MovementTable view={view} format={format} onOpen={onOpen} />}
    </div>
  );
}

function StageTable({ view, format, onOpen }: Props) {
  const t = useTranslations();
  const { text } = useText();
  return (
    <Table label={t('home.table.stage')}>
      <thead>
        <tr>
          <Th>{t('home.table.stage')}</Th>
          <Th>{t('home.table.role')}</Th>
          <Th numeric>{t('home.table.count')}</Th>
          <Th numeric>{t('home.table.before')}</Th>
          <Th numeric>{t('home.table.implied')}</Th>
          <Th numeric>{t('home.table.amount')}</Th>
        </tr>
      </thead>
      <tbody>
        {view.stages.map((stage) => (
          <tr key={stage.stage}>
            <Th scope="row">
              <Open onPress={() => onOpen(stage.stage)}>{text(stageName(stage.stage))}</Open>
            </Th>
            <Td className="text-ink-2">{t(`terms.role.${stage.stage}`)}</Td>
            <Td numeric>{format.count(stage.entries)}</Td>
            <Td numeric>{format.count(stage.before)}</Td>
            <Td numeric>{view.clock === 'snapshot' ? '—' : format.count(stage.implied)}</Td>
            <Td numeric>{Number(stage.amount) === 0 ? '—' : format.money(stage.amount)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function HandOffTable({ view, format, onOpen }: Props) {
  const t = useTranslations('home.table');
  const names = ['base', 'advanced', 'open', 'rate', 'interval', 'matured', 'change', 'median'];
  return (
    <Table label={t('handOff')}>
      <thead>
        <tr>
          <Th>{t('handOff')}</Th>
          {names.map((name) => (
            <Th key={name} numeric>
              {t(name as 'base')}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.handOffs.map((handOff) => (
          <HandOffRow key={handOff.id} handOff={handOff} format={format} onOpen={onOpen} />
        ))}
      </tbody>
    </Table>
  );
}

type RowProps = { handOff: HandOff; format: Format; onOpen: (id: string) => void };

function HandOffRow({ handOff, format, onOpen }: RowProps) {
  const t = useTranslations('home');
  const { text } = useText();
  const { change, confidence, matured, days } = handOff;
  const names = { from: text(stageName(handOff.from)), to: text(stageName(handOff.to)) };
  const few = confidence === 'none';
  return (
    <tr>
      <Th scope="row">
        <Open onPress={() => onOpen(handOff.id)}>{t('pair', names)}</Open>
      </Th>
      <Td numeric>{format.count(handOff.base)}</Td>
      <Td numeric>{format.count(handOff.advanced)}</Td>
      <Td numeric>{format.count(handOff.open)}</Td>
      <Td numeric className="font-medium">
        {few ? '—' : format.percent(handOff.rate)}
      </Td>
      <Td numeric>{few ? '—' : format.interval(handOff.interval)}</Td>
      <Td numeric>{few ? '—' : format.percent(matured?.rate)}</Td>
      <Td numeric className={change?.behind ? 'font-medium text-warn-600' : ''}>
        {change && change.points !== null
          ? t('figure.points', { points: format.points(change.points) })
          : '—'}
      </Td>
      <Td numeric>{format.days(days?.p50 ?? null)}</Td>
    </tr>
  );
}

function MovementTable({ view, format, onOpen }: Props) {
  const t = useTranslations();
  const { rightInMoney = false } = view;
  return (
    <Table label={t('home.table.movement')}>
      <thead>
        <tr>
          <Th>{t('home.table.movement')}</Th>
          {rightInMoney && <Th numeric>{t('home.table.arr')}</Th>}
          <Th numeric>{t('home.table.events')}</Th>
          <Th numeric>{t('home.table.before')}</Th>
        </tr>
      </thead>
      <tbody>
        {view.movements.map(({ movement, count, before, amount, opens }) => (
          <tr key={movement}>
            <Th scope="row">
              <Open onPress={() => onOpen(opens)}>{t(`terms.movement.${movement}`)}</Open>
            </Th>
            {rightInMoney && <Td numeric>{format.money(amount ?? null)}</Td>}
            <Td numeric>
              <NumberButton className="relative" onClick={() => onOpen(movement)}>
                <span className="sr-only">{`${t(`terms.movement.${movement}`)}: `}</span>
                {format.count(count)}
              </NumberButton>
            </Td>
            <Td numeric>{format.count(before)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Open({ onPress, children }: { onPress: () => void; children: string }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="underline decoration-line-strong underline-offset-4 hover:decoration-ink"
    >
      {children}
    </button>
  );
}
