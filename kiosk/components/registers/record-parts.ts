// What the record screen shows of registers and their entries, fetched when the first of them is opened.
export { EntryFacts } from './entry-facts.tsx';
export { RegisterView } from './register-view.tsx';
