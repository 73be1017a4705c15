// What an import costs that brings nothing.
export {};
