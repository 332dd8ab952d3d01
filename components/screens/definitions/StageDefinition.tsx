import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { CriterionAnswer } from '#lib/contract/criteria.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { stageAnchor } from '#lib/view/definitions/definitionLink.ts';
import { stageFacts } from '#lib/view/definitions/stageFacts.ts';
import { anyStageName } from '#lib/view/text.ts';
import { CriterionHistory } from './CriterionHistory.tsx';
import { definitionClass } from './definitionClass.ts';

type Props = { org: string; criterion: CriterionAnswer; format: Format; onEdit: () => void };

/** One stage: what it is, who owns it, and when a record enters it. */
export function StageDefinition({ org, criterion, format, onEdit }: Props) {
  const t = useTranslations('definitions');
  const { text } = useText();
  const { stage, text: own, version, versions } = criterion;
  const { long, owner, label } = stageFacts(stage);
  const held = versions.find((one) => one.version === version);
  const name = text(anyStageName(stage));
  const action = own === null ? t('edit') : t('change');
  return (
    <article id={stageAnchor(stage)} aria-label={name} className={definitionClass}>
      <h3 className="text-base font-semibold">
        {name}
        {long && <span className="ml-2 font-normal text-ink-2">{text(long)}</span>}
      </h3>
      <p className="mt-1 text-pretty">{t(`stage.${stage}.says`)}</p>
      <dl className="mt-3 grid gap-2 text-sm">
        {own !== null && held && (
          <div className="border-l-2 border-ink pl-3">
            <dt className="font-medium">{t('ownTitle', { org })}</dt>
            <dd className="whitespace-pre-line break-words">{own}</dd>
            <dd className="text-xs text-ink-2">
              {t('since', { day: format.day(held.from), n: held.version })}
            </dd>
          </div>
        )}
        <div>
          <dt className="text-ink-2">{own === null ? t('common') : t('instead')}</dt>
          <dd className={own === null ? '' : 'text-ink-2'}>{t(`stage.${stage}.criterion`)}</dd>
        </div>
      </dl>
      <dl className="mt-2 grid grid-cols-2 gap-2 text-sm empty:hidden">
        {owner && (
          <div>
            <dt className="text-ink-2">{t('owner')}</dt>
            <dd>{text(owner)}</dd>
          </div>
        )}
        {label && (
          <div>
            <dt className="text-ink-2">{t('intoIt')}</dt>
            <dd>{label}</dd>
          </div>
        )}
      </dl>
      <CriterionHistory versions={versions} format={format} />
      <Button
        size="sm"
        className="mt-3 print:hidden"
        aria-label={t('ofStage', { action, stage: name })}
        onClick={onEdit}
      >
        {action}
      </Button>
    </article>
  );
}
