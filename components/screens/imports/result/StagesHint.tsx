'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '#components/ui/Banner.tsx';
import { Button } from '#components/ui/Button.tsx';
import type { OrgAnswer } from '#lib/contract/org.ts';
import { directStagesOptions } from '#lib/query/directStagesOptions.ts';
import { changeOrg } from '#lib/query/orgs.ts';
import { useErrorText } from '../../useErrorText.ts';
import { useRederive } from '../../useRederive.ts';

/** Stages that are on without any data only repeat others: one click shows the ones that count. */
export function StagesHint({ org }: { org: OrgAnswer }) {
  const t = useTranslations();
  const locale = useLocale();
  const router = useRouter();
  const errorText = useErrorText();
  const client = useQueryClient();
  const { data } = useQuery(directStagesOptions(org.slug));
  const { rederiving, begin } = useRederive(org.slug);
  const change = useMutation({
    mutationFn: () => changeOrg(org.slug, { stages: data?.direct ?? org.stages }),
    onSuccess: async (answer) => {
      if (answer.rederiving) return begin();
      await client.invalidateQueries();
      router.refresh();
    },
  });
  const doing = change.isPending || (change.isSuccess && rederiving);
  if (change.isSuccess && !doing) return <Banner tone="good">{t('imports.stagesOff.done')}</Banner>;
  if (!data || data.direct.length < 2 || data.direct.length === data.on.length) return null;
  const names = data.direct.map((stage) => t(`terms.stage.${stage}`));
  const stages = new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  return (
    <Banner
      actions={
        <Button size="sm" disabled={doing} onClick={() => change.mutate()}>
          {doing ? t('imports.stagesOff.doing') : t('imports.stagesOff.action')}
        </Button>
      }
    >
      {t('imports.stagesOff.text', { stages })}
      {change.error && (
        <span role="alert" className="ml-2 text-warn-700">
          {errorText(change.error)}
        </span>
      )}
    </Banner>
  );
}
