'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { buttonClass } from '#components/ui/buttonClass.ts';
import { Popover } from '#components/ui/Popover.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { Assumption } from '#lib/contract/planMeta.ts';
import { metricAnchor } from '#lib/view/definitions/definitionLink.ts';
import { aboutInput } from '#lib/view/plan/aboutInput.ts';
import { inputMetric, inputRecords } from '#lib/view/plan/inputRecords.ts';
import { DefinitionLink } from '../../DefinitionLink.tsx';
import type { PlanPart } from '../planPart.ts';

type Props = {
  part: PlanPart;
  name: string;
  about: string;
  assumption: Assumption | null;
  anchor: Element;
  onClose: () => void;
};

/** What an input means, what it was measured on, and the records behind it. */
export function InputAbout({ part, name, about, assumption, anchor, onClose }: Props) {
  const { facts, input, format, onChange } = part;
  const t = useTranslations('planInputs.about');
  const { text } = useText();
  const metric = assumption === null ? null : inputMetric(assumption.path);
  return (
    <Popover
      open
      anchor={anchor}
      onOpenChange={(open) => !open && onClose()}
      title={name}
      className="w-[24rem]"
    >
      <p className="text-sm text-pretty text-ink-2">
        {text({ key: `planInputs.about.of.${about}` })}
      </p>
      {assumption === null ? (
        <p className="mt-2 text-sm">{t('stated')}</p>
      ) : (
        <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm tabular-nums">
          {aboutInput(assumption, format).map(({ says, value }) => (
            <div key={says} className="contents">
              <dt className="text-ink-2">{t(`fact.${says}`)}</dt>
              <dd className="min-w-0 break-words">{text(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        {assumption !== null &&
          inputRecords(askedOf(assumption, input, facts.stages)).map(({ says, open, outcome }) => (
            <Button
              key={`${open} ${outcome}`}
              size="sm"
              onClick={() => {
                onChange({ open, outcome, record: null });
                onClose();
              }}
            >
              {text(says)}
            </Button>
          ))}
        {about === 'opening_arr' && (
          <Link
            href={`/${encodeURIComponent(facts.slug)}/loop`}
            className={buttonClass('secondary', 'sm')}
          >
            {t('list.arr')}
          </Link>
        )}
        {metric && (
          <DefinitionLink
            org={facts.slug}
            anchor={metricAnchor(metric)}
            to={assumption?.to ?? null}
          />
        )}
      </div>
    </Popover>
  );
}

function askedOf(
  assumption: Assumption,
  { segments, capacity }: PlanPart['input'],
  ladder: PlanPart['facts']['stages'],
) {
  const [list, key = ''] = assumption.path.split('.');
  const own = list === 'segments' ? segments[Number(key)]?.key : undefined;
  const role = list === 'capacity' ? capacity.find(({ role }) => role === key) : undefined;
  return { assumption, segment: own ?? null, stage: role?.stage ?? null, ladder };
}
