import type { AnnotationsAnswer } from './annotations.ts';
import type { ViewsAnswer } from './views.ts';

/** What people put beside the numbers: what their pages are opened with. */
export type Desk = { views: ViewsAnswer; annotations: AnnotationsAnswer };
