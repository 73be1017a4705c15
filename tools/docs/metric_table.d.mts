export function withMetricTable(
  page: string,
  families: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly type: string;
        readonly labels: readonly string[];
        readonly help: string;
      }
    >
  >,
): string;
