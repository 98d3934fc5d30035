/**
 * Where the hub puts its answers to files of the inbox: nothing there is a file of a source. Plain data, because the infrastructure
 * reads it too.
 */
export const reportsFolder = "reports/";
