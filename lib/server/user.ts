// The dial-in settings of a user account.

/** How the server calls a user back. */
export const callbackModes = ['none', 'preset', 'caller'] as const;

/** 'none': not at all; 'preset': at the number in the settings; 'caller': at a number that the caller gives. */
export type Callback = (typeof callbackModes)[number];

export interface User {
  /** Whether the user may dial in. Means nothing while `byPolicy` is true. */
  readonly mayDialIn: boolean;
  /** `undefined` when the server gives none of the three, or several. */
  readonly callback: Callback | undefined;
  /** The number for the callback 'preset'; '' for none. */
  readonly phoneNumber: string;
  /** Whether the network policy decides and not `mayDialIn`; `undefined` where the server does not tell. */
  readonly byPolicy: boolean | undefined;
}

/** What is left out stays as it is. */
export interface UserSettings {
  readonly mayDialIn?: boolean;
  readonly callback?: Callback;
  readonly phoneNumber?: string;
  readonly byPolicy?: boolean;
}
