/** The four functions Danfo.js takes from mathjs, from its build for plain numbers (a quarter of the size of the whole). */
export { median, mode, std, variance } from 'mathjs/number';
