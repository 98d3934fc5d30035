// npm run drill:cloud [-- what Jest takes]: follows the pages of the runbook on this machine (jest.config.js lists the suites).
process.env.VICINATO_CLOUD_DRILL = "1";
require("jest").run(process.argv.slice(2));
