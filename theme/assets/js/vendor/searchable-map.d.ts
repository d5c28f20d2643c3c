/** The part of SearchableMap (minisearch 7.2.0) that the search uses. */
export default class SearchableMap<T> implements Iterable<[string, T]> {
  has(key: string): boolean;
  get(key: string): T | undefined;
  set(key: string, value: T): this;
  atPrefix(prefix: string): SearchableMap<T>;
  keys(): Iterator<string>;
  fuzzyGet(key: string, maxEditDistance: number): Map<string, [value: T, distance: number]>;
  [Symbol.iterator](): Iterator<[string, T]>;
}
