export interface Shot {
  readonly title: string;
  readonly line: string;
}
export const shots: Readonly<Record<string, Shot>>;
export function take(shot: Shot): Promise<string>;
export function lasting(svg: string): string[];
