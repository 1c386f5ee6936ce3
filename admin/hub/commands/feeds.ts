// `feeds poll`: asks every connected portal now.
import { AppError } from '#shared/errors/app-error.ts';
import { createFeedService } from '../feeds/feed-service.ts';
import { operatorActor } from '../http/actor.ts';
import { openDataFolder } from '../open-data-folder.ts';
import { type Command, exit } from './command.ts';

export const feedsCommand: Command = {
  options: {},
  run: async ({ config, operands, operator, terminal }) => {
    const { text, language } = terminal;
    if (operands.length !== 1 || operands[0] !== 'poll') {
      throw new AppError('wrong-usage', { reason: text.feedsUsage });
    }
    const folder = await openDataFolder(config);
    const feeds = createFeedService(folder.desk);
    try {
      await feeds.pollAll();
      const polled = (await feeds.sources(operatorActor(operator), language)).filter(
        ({ isActive, lastAnswer }) => isActive || lastAnswer === 'failed',
      );
      const sources = polled.map(({ id, title, url, lastAnswer, problem, last, missing }) => ({
        ...{ id, title, url, answer: lastAnswer, problem, missing },
        ...{ items: last.items, created: last.created, updated: last.updated },
      }));
      const lines = sources.map(({ title, problem, items, created, updated }) =>
        problem === null
          ? text.feedPolled(title, items, created, updated)
          : text.feedFailed(title, problem.message),
      );
      terminal.answer({ sources }, lines.length === 0 ? [text.noFeeds] : lines);
      const haveAllFailed = sources.length > 0 && sources.every(({ answer }) => answer === 'failed');
      return haveAllFailed ? exit.refused : exit.done;
    } finally {
      await feeds.close();
      await folder.close();
    }
  },
};
