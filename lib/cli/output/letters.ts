// Measures letters that are not ASCII. Most listings have none.

export { default as widthOf } from 'string-width';
