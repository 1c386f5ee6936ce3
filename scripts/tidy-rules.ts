// The rules of the tidy check, over a tree given as data so that each rule can be tested on a small one.
import { posix } from 'node:path';

export interface Tree {
  /** Paths from the project's root, with forward slashes. */
  readonly paths: readonly string[];
  read(path: string): string;
}

export interface Fault {
  readonly path: string;
  readonly message: string;
}

type Rule = (tree: Tree) => Fault[];

const maxSourceLines = 400;
const topLevel =
  /^(kiosk|admin|shared|public|scripts|tests|package\.json|package-lock\.json|tsconfig\.json|vite\.config\.ts|README\.md|README\.zh-CN\.md|ARCHITECTURE\.md|LICENSE|\..+)$/;
const documents = ['README.md', 'README.zh-CN.md', 'ARCHITECTURE.md'];

const isSource = (path: string) => /\.(ts|tsx)$/.test(path) && !path.endsWith('.d.ts');
const isTest = (path: string) => path.startsWith('tests/');
const sourcesOf = (tree: Tree) => tree.paths.filter(isSource);

const layout: Rule = (tree) =>
  [...new Set(tree.paths.map((path) => path.split('/')[0] ?? path))]
    .filter((name) => !topLevel.test(name))
    .map((path) => ({ path, message: 'does not belong at the top level' }));

const length: Rule = (tree) =>
  sourcesOf(tree)
    .filter((path) => !isTest(path))
    .map((path) => ({ path, lines: tree.read(path).split('\n').length - 1 }))
    .filter(({ lines }) => lines > maxSourceLines)
    .map(({ path, lines }) => ({ path, message: `${lines} lines: what second thing moved in?` }));

const opening: Rule = (tree) =>
  sourcesOf(tree)
    .filter((path) => !/^(#!.*\n)?(\/\/|\/\*)/.test(tree.read(path)))
    .map((path) => ({ path, message: 'has no opening sentence that says what it is responsible for' }));

// Put together from halves so that this file does not hold what it looks for.
const leftOver = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`);
const narrowed = new RegExp(`\\b(test|it|describe)\\.(${['on' + 'ly', 'to' + 'do'].join('|')})\\(`);
const registryHost = new RegExp(`https?://(regi${'stry'}\\.|deb${'.debian'}|packages${'\\.'})`);

const notes: Rule = (tree) =>
  sourcesOf(tree).flatMap((path) => {
    const text = tree.read(path);
    const faults: Fault[] = [];
    if (leftOver.test(text)) faults.push({ path, message: 'holds a left-over note' });
    if (isTest(path) && narrowed.test(text)) faults.push({ path, message: 'narrows the test run' });
    return faults;
  });

const addresses: Rule = (tree) =>
  tree.paths
    .filter((path) => /\.(ts|tsx|json|jsonc|md|css|html|yml)$|^\.ci\//.test(path))
    .filter((path) => registryHost.test(tree.read(path)))
    .map((path) => ({ path, message: 'names the host of a package registry' }));

/** Paths a document puts in backquotes must exist: `shared/search`, `scripts/start.ts` … */
const documentedPaths: Rule = (tree) =>
  documents
    .filter((path) => tree.paths.includes(path))
    .flatMap((path) => {
      const named = [
        ...tree.read(path).matchAll(/`((?:kiosk|admin|shared|public|scripts|tests)\/[\w./-]*)`/g),
      ];
      return named
        .map((match) => (match[1] ?? '').replace(/\/$/, ''))
        .filter((name) => !tree.paths.some((known) => known === name || known.startsWith(`${name}/`)))
        .map((name) => ({ path, message: `names ${name}, which does not exist` }));
    });

/** The file an import in `from` leads to, or null when it leads out of the project. */
function resolveImport(from: string, specifier: string, paths: ReadonlySet<string>): string | null {
  const aliases: [string, string][] = [
    ['#shared/', 'shared/'],
    ['#hub/', 'admin/hub/'],
    ['#kiosk/', 'kiosk/'],
    ['#admin-page/', 'admin/page/'],
    ['#scripts/', 'scripts/'],
    ['#tests/', 'tests/'],
  ];
  const alias = aliases.find(([prefix]) => specifier.startsWith(prefix));
  const bare = specifier.replace(/\?.*$/, '');
  let path: string | null = null;
  if (alias) path = alias[1] + bare.slice(alias[0].length);
  else if (bare.startsWith('.')) path = posix.join(posix.dirname(from), bare);
  else if (bare.startsWith('/')) path = posix.join(from.split('/').slice(0, -1).join('/'), bare);
  return path !== null && paths.has(path) ? path : null;
}

function importsOf(tree: Tree, path: string, paths: ReadonlySet<string>): string[] {
  const text = tree.read(path);
  const quoted = text.matchAll(/(?:from|import|import\(|new URL\(|src=|href=)\s*['"]([^'"]+)['"]/g);
  return [...quoted].flatMap((match) => resolveImport(path, match[1] ?? '', paths) ?? []);
}

const isEntry = (path: string) =>
  isTest(path) ||
  /^(scripts\/[\w-]+\.ts|vite\.config\.ts|admin\/hub\/main\.ts|kiosk\/service-worker\/(main|retire)\.ts|admin\/phone\/(list|receive|forms\/forms)\.ts)$/.test(
    path,
  ) ||
  path.endsWith('.html');

/** Modules nothing leads to from an entry: programs, pages and tests. Tests alone do not keep a module alive. */
const deadFiles: Rule = (tree) => {
  const code = tree.paths.filter((path) => /\.(ts|tsx|css|html)$/.test(path) && !path.endsWith('.d.ts'));
  const paths = new Set(code);
  const alive = new Set(code.filter((path) => isEntry(path) && !isTest(path)));
  for (const path of alive) for (const next of importsOf(tree, path, paths)) alive.add(next);
  return code
    .filter((path) => !isTest(path) && !alive.has(path))
    .map((path) => ({ path, message: 'is reached from no program and no page' }));
};

/** Packages must be used: what nothing imports is removed from package.json. */
const unusedPackages: Rule = (tree) => {
  if (!tree.paths.includes('package.json')) return [];
  const manifest = JSON.parse(tree.read('package.json'));
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  // Programs, and @tiptap/pm, which the editor's own packages ask for as a peer.
  const tools = new Set([
    '@tiptap/pm',
    'node',
    'typescript',
    '@biomejs/biome',
    'vitest',
    'vite',
    '@types/node',
  ]);
  const texts = tree.paths.filter((path) => /\.(ts|tsx|css|html)$/.test(path)).map((path) => tree.read(path));
  const isUsed = (name: string) =>
    texts.some(
      (text) => text.includes(`'${name}'`) || text.includes(`'${name}/`) || text.includes(`/${name}/`),
    );
  return names
    .filter((name) => !tools.has(name) && !isUsed(name.replace(/^@types\//, '')))
    .map((name) => ({ path: 'package.json', message: `${name} is not used` }));
};

const rules: readonly Rule[] = [
  layout,
  length,
  opening,
  notes,
  addresses,
  documentedPaths,
  deadFiles,
  unusedPackages,
];

/** Every fault of the tree, in the order of the rules. */
export function findFaults(tree: Tree): Fault[] {
  return rules.flatMap((rule) => rule(tree));
}
