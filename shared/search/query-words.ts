// What a query's words stand for: themselves, and by the list of synonyms other names.
import { normalisedText } from './normalise.ts';
import { type ParsedQuery, type QueryWord, toWord } from './parse-query.ts';
import { findWord } from './tokenise.ts';
import type { SynonymRule } from './types.ts';

/** Other names of one word that are looked for. */
const mostAlternatives = 4;

/** A rule with its words as they are compared. */
interface FoldedRule {
  readonly word: string;
  readonly also: readonly { readonly written: string; readonly word: string }[];
}

/** A word with what else it is called: each other name with what stands around it, as words of their own. */
export interface NamedWord {
  readonly word: QueryWord;
  readonly alternatives: readonly (readonly QueryWord[])[];
}

/** The rules of a catalogue, ready to be asked. */
export class Synonyms {
  readonly #rules: readonly FoldedRule[];

  constructor(rules: readonly SynonymRule[]) {
    this.#rules = rules.map(({ word, also }) => ({
      word: normalisedText(word),
      also: also.map((written) => ({ written, word: normalisedText(written) })),
    }));
  }

  /** The words of a query with their other names, and these names as they were written. */
  expand(query: ParsedQuery): {
    readonly words: readonly NamedWord[];
    readonly alsoSearched: readonly string[];
  } {
    const alsoSearched = new Set<string>();
    const words = query.words.map((word) => {
      const alternatives: QueryWord[][] = [];
      for (const rule of this.#rules) {
        const at = rule.word === '' ? -1 : findWord(word.text, rule.word);
        if (at < 0) continue;
        for (const also of rule.also) {
          // A name that is written out already needs no other.
          if (also.word === '' || findWord(word.text, also.word) >= 0) continue;
          if (alternatives.length === mostAlternatives) break;
          const rest = [word.text.slice(0, at), word.text.slice(at + rule.word.length)].map((part) =>
            part.trim(),
          );
          alternatives.push([also.word, ...rest.filter((part) => part !== '')].map(toWord));
          alsoSearched.add(also.written);
        }
      }
      return { word, alternatives };
    });
    return { words, alsoSearched: [...alsoSearched] };
  }
}
