// `tree`: the ready-made trees, listed and installed.
import { AppError } from '#shared/errors/app-error.ts';
import { findAgencyId } from '../editorial/agencies.ts';
import { installTemplate, previewTemplate } from '../editorial/install-template.ts';
import { listTemplates } from '../editorial/tree-templates/list-templates.ts';
import { operatorActor } from '../http/actor.ts';
import { openDataFolder } from '../open-data-folder.ts';
import { type Command, type CommandContext, type ExitStatus, exit } from './command.ts';

export const treeCommand: Command = {
  options: {
    agency: { type: 'string' },
    'dry-run': { type: 'boolean' },
    approve: { type: 'boolean' },
  },
  run: async (context) => {
    const [verb, template, ...rest] = context.operands;
    if (verb === 'list' && template === undefined) return list(context);
    const { agency } = context.options;
    if (verb !== 'install' || template === undefined || rest.length > 0 || typeof agency !== 'string') {
      throw new AppError('wrong-usage', { reason: context.terminal.text.treeUsage });
    }
    return install(context, template, agency);
  },
};

function list({ terminal }: CommandContext): ExitStatus {
  const templates = listTemplates().map(({ id, title, basis, nodes, matters }) => ({
    ...{ id, title, basis },
    ...{ nodes, matters },
  }));
  const lines = templates.map(({ id, title, nodes, matters }) =>
    terminal.text.treeTemplate(id, title, nodes, matters),
  );
  terminal.answer({ templates }, lines);
  return exit.done;
}

async function install(context: CommandContext, id: string, agency: string): Promise<ExitStatus> {
  const { config, options, operator, terminal } = context;
  if (!listTemplates().some((template) => template.id === id)) {
    throw new AppError('wrong-usage', { reason: terminal.text.unknownTemplate(id) });
  }
  const folder = await openDataFolder(config);
  try {
    const agencyId = await findAgencyId(folder.desk.db, agency);
    if (agencyId === null) throw new AppError('store.unknown-agency', { agency });
    const request = { agencyId, sections: [], approve: options.approve === true };
    const isDryRun = options['dry-run'] === true;
    const outcome = isDryRun
      ? await previewTemplate(folder.desk, id, request)
      : await installTemplate(folder.desk, id, request, operatorActor(operator));
    const { nodes, matters, keptNodes, keptMatters } = outcome;
    const lines = [terminal.text.treeInstalled(nodes, matters, keptNodes, keptMatters)];
    if (isDryRun) lines.push(terminal.text.dryRun);
    terminal.answer({ template: id, ...outcome }, lines);
    return exit.done;
  } finally {
    await folder.close();
  }
}
