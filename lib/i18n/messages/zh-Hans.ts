import type { Messages } from './en.ts';
import definitions from './zh-Hans/definitions.json' with { type: 'json' };
import errors from './zh-Hans/errors.json' with { type: 'json' };
import health from './zh-Hans/health.json' with { type: 'json' };
import home from './zh-Hans/home.json' with { type: 'json' };
import imports from './zh-Hans/imports.json' with { type: 'json' };
import loop from './zh-Hans/loop.json' with { type: 'json' };
import notes from './zh-Hans/notes.json' with { type: 'json' };
import orgs from './zh-Hans/orgs.json' with { type: 'json' };
import paper from './zh-Hans/paper.json' with { type: 'json' };
import plan from './zh-Hans/plan.json' with { type: 'json' };
import planInputs from './zh-Hans/planInputs.json' with { type: 'json' };
import records from './zh-Hans/records.json' with { type: 'json' };
import scenarios from './zh-Hans/scenarios.json' with { type: 'json' };
import shell from './zh-Hans/shell.json' with { type: 'json' };
import stages from './zh-Hans/stages.json' with { type: 'json' };
import terms from './zh-Hans/terms.json' with { type: 'json' };
import track from './zh-Hans/track.json' with { type: 'json' };
import ui from './zh-Hans/ui.json' with { type: 'json' };
import views from './zh-Hans/views.json' with { type: 'json' };

export const zhHans: Messages = {
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
