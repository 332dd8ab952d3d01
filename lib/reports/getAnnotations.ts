import type { Annotation, AnnotationsAnswer } from '#lib/contract/annotations.ts';
import { type AnnotationRow, listAnnotations } from '#lib/store/annotations.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { ReportContext } from './context.ts';

export async function getAnnotations({ pool, org }: ReportContext): Promise<AnnotationsAnswer> {
  const all = await inOrg(pool, org.id, 'read', (tx) => listAnnotations(tx));
  return { data: { annotations: all.map(toAnnotation) } };
}

export function toAnnotation({ createdAt, updatedAt, ...one }: AnnotationRow): Annotation {
  return { ...one, created_at: createdAt.toISOString(), updated_at: updatedAt.toISOString() };
}
