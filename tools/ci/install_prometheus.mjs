// Gets Prometheus and promtool of Debian, unpacked into the cache: test/monitoring tries the metrics and the alerts with
// them. Nothing is installed on the machine.

import { debianFiles } from '../linux/debian_files.mjs';

console.log(await debianFiles('Trying the metrics with Prometheus', 'amd64', ['prometheus']));
