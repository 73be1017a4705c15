type ByName = Readonly<Record<string, string>>;

export const inner: ByName;
export const leftOut: ByName;
export const leftOutOfNt4: ByName;
export const methodsOf: Readonly<Record<string, readonly string[]>>;
export const throughOthers: Readonly<
  Record<string, Readonly<Record<'mprapi' | 'rassapi', readonly string[]>>>
>;
