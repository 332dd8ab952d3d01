import definitions from './en/definitions.json' with { type: 'json' };
import errors from './en/errors.json' with { type: 'json' };
import health from './en/health.json' with { type: 'json' };
import home from './en/home.json' with { type: 'json' };
import imports from './en/imports.json' with { type: 'json' };
import loop from './en/loop.json' with { type: 'json' };
import notes from './en/notes.json' with { type: 'json' };
import orgs from './en/orgs.json' with { type: 'json' };
import paper from './en/paper.json' with { type: 'json' };
import plan from './en/plan.json' with { type: 'json' };
import planInputs from './en/planInputs.json' with { type: 'json' };
import records from './en/records.json' with { type: 'json' };
import scenarios from './en/scenarios.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };
import stages from './en/stages.json' with { type: 'json' };
import terms from './en/terms.json' with { type: 'json' };
import track from './en/track.json' with { type: 'json' };
import ui from './en/ui.json' with { type: 'json' };
import views from './en/views.json' with { type: 'json' };

export const en = {
  definitions,
  errors,
  health,
  home,
  imports,
  loop,
  notes,
  orgs,
  paper,
  plan,
  planInputs,
  records,
  scenarios,
  shell,
  stages,
  terms,
  track,
  ui,
  views,
};

type Worded<T> = { [K in keyof T]: T[K] extends string ? string : Worded<T[K]> };
/** Every language has the shape of the English messages. */
export type Messages = Worded<typeof en>;
