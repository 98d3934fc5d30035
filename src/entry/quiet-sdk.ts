/**
 * Imported first by what runs locally. The AWS SDK warns at each start that releases after January 2027 need Node 22;
 * the version here is pinned, so nobody who starts the hub can act on it.
 */
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
