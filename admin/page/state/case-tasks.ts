// What of requests and opinions needs somebody today; what reads it comes once the desk is drawn.
import { may } from './session.ts';
import type { TaskSource } from './tasks.ts';

export const caseTasks: TaskSource = {
  id: 'cases',
  act: 'cases.read',
  async load(signal) {
    if (!may('cases.handle') && !may('cases.decide')) return [];
    const { loadCaseTasks } = await import('./load-case-tasks.ts');
    return loadCaseTasks(signal);
  },
};
