// Prints the errors on a system for which the package has no binary.
import { connect } from 'rras';
import { Simulator } from 'rras/simulator';

const told = [];
try {
  new Simulator();
} catch (error) {
  told.push(error);
}
await connect('RAS01', { library: { path: process.execPath } }).catch((error) => told.push(error));
for (const { code, message, hint } of told) console.log(JSON.stringify({ code, message, hint }));
