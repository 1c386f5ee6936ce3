// Entrance of the search worker: sends for the engine.
//
// Of a worker's first script Chromium compiles everything anew at each start; of scripts it imports it keeps what was
// compiled (scripts/compile-hint.ts). So what answers questions is a script of its own.
await import('./answer-questions.ts');

// Makes a module of this file, in which one may wait.
export {};
