export interface Figures {
  readonly node: string;
  readonly system: string;
  readonly charts: readonly {
    readonly title: string;
    readonly unit: string;
    readonly bars: readonly { readonly name: string; readonly value: number | string }[];
  }[];
}
export interface Results {
  readonly node: string;
  readonly system: string;
  readonly benchmarks: Readonly<
    Record<string, { tables: { rows: Record<string, number | string>[] }[] }>
  >;
}
export function figuresOf(results: Results, before?: Figures): Figures;
