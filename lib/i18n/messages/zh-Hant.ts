import type { Messages } from './en.ts';
import definitions from './zh-Hant/definitions.json' with { type: 'json' };
import errors from './zh-Hant/errors.json' with { type: 'json' };
import health from './zh-Hant/health.json' with { type: 'json' };
import home from './zh-Hant/home.json' with { type: 'json' };
import imports from './zh-Hant/imports.json' with { type: 'json' };
import loop from './zh-Hant/loop.json' with { type: 'json' };
import notes from './zh-Hant/notes.json' with { type: 'json' };
import orgs from './zh-Hant/orgs.json' with { type: 'json' };
import paper from './zh-Hant/paper.json' with { type: 'json' };
import plan from './zh-Hant/plan.json' with { type: 'json' };
import planInputs from './zh-Hant/planInputs.json' with { type: 'json' };
import records from './zh-Hant/records.json' with { type: 'json' };
import scenarios from './zh-Hant/scenarios.json' with { type: 'json' };
import shell from './zh-Hant/shell.json' with { type: 'json' };
import stages from './zh-Hant/stages.json' with { type: 'json' };
import terms from './zh-Hant/terms.json' with { type: 'json' };
import track from './zh-Hant/track.json' with { type: 'json' };
import ui from './zh-Hant/ui.json' with { type: 'json' };
import views from './zh-Hant/views.json' with { type: 'json' };

export const zhHant: Messages = {
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
