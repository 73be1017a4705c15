// Where the numbers of the API's structs are: of the header of information blocks, and of each entry in it.

export const HEADER = 12;
export const ENTRY = 16;

export const header = { Version: 0, Size: 4, TocEntriesCount: 8, TocEntry: HEADER } as const;
export const entry = { InfoType: 0, InfoSize: 4, Count: 8, Offset: 12 } as const;
