// Which scripts a browser is asked to compile as a whole when it loads them.
//
// Without the hint it compiles each function when that is first called, at every start, since what it keeps from one
// start to the next is what was compiled while the script loaded.

/** Names of scripts of which the first question runs most. */
const compiledWhole: readonly string[] = ['answer-questions'];

/** What stands in the first line of a built script. */
export function compileHint({ name }: { readonly name: string }): string {
  return compiledWhole.includes(name) ? '//# allFunctionsCalledOnLoad' : '';
}
