'use client';
import { useTranslations } from 'next-intl';
import { Banner } from '#components/ui/Banner.tsx';
import { Card } from '#components/ui/Card.tsx';
import type { ImportAnswer } from '#lib/contract/ingest.ts';
import type { OrgAnswer } from '#lib/contract/org.ts';
import { Equation } from './Equation.tsx';
import { HeldBack } from './HeldBack.tsx';
import { NextSteps } from './NextSteps.tsx';
import { StoppedNote } from './StoppedNote.tsx';
import { Warnings } from './Warnings.tsx';

type Props = { org: OrgAnswer; answer: ImportAnswer };

export function Ended({ org, answer }: Props) {
  const t = useTranslations('imports.result');
  const took = answer.accepted + answer.duplicates > 0 && !answer.dry_run;
  return (
    <div className="flex flex-col gap-7">
      {answer.dry_run && <Banner>{t('checkOnly')}</Banner>}
      {answer.status !== 'done' && <StoppedNote org={org.slug} answer={answer} />}
      {(answer.status === 'done' || answer.received > 0) && (
        <Card>
          <Equation counts={answer} />
        </Card>
      )}
      <Warnings warnings={answer.warnings} />
      {took && <NextSteps org={org} answer={answer} />}
      {answer.quarantined > 0 && !answer.dry_run && <HeldBack org={org.slug} answer={answer} />}
      {answer.status === 'done' && answer.quarantined === 0 && answer.received > 0 && (
        <p className="text-ink-2">{t('heldNone')}</p>
      )}
    </div>
  );
}
