// Values as people read them.

/** 93784 → '1d 02:03:04'. */
export function durationInWords(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
  return days === 0 ? clock : `${days}d ${clock}`;
}

/** The same in a column of a table: 93784 → '1d 02h', 11520 → '3h 12m', 1500 → '25m'. */
export function durationInBrief(seconds: number): string {
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
  if (seconds >= 86_400) return `${Math.floor(seconds / 86_400)}d ${two((seconds / 3600) % 24)}h`;
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)}h ${two((seconds / 60) % 60)}m`;
  return seconds >= 60 ? `${Math.floor(seconds / 60)}m` : `${Math.floor(seconds)}s`;
}

/** In the time of this machine: '2026-11-21 09:05'. */
export function dateInWords(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The time of the day, by this machine: '09:05:07'. */
export function clockInWords(date: Date): string {
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** 1234567 → '1.2 MB'. */
export function bytesInWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || size >= 99.5 ? 0 : 1;
  return `${size.toFixed(digits)} ${units[unit]}`;
}

const secondsIn: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1, ms: 0.001 };

/** '1d 2h', '90m', '45' and '1.5' (seconds), '1500ms' → seconds; undefined for anything else. */
export function readDuration(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^\d{1,9}(?:\.\d{1,3})?$/.test(trimmed)) return Number(trimmed);
  if (!/^(?:\d{1,9}(?:\.\d{1,3})?\s?(?:ms|[dhms])\s?)+$/.test(trimmed)) return undefined;
  let seconds = 0;
  for (const [, number, unit = ''] of trimmed.matchAll(/(\d+(?:\.\d+)?)\s?(ms|[dhms])/g)) {
    seconds += Number(number) * (secondsIn[unit] ?? 0);
  }
  return milliseconds(seconds) / 1000;
}

/** Whole milliseconds: 1.1 s are 1100.0000000000002 otherwise. */
export function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}
