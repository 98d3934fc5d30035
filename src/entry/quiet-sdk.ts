/**
 * Imported first by local programs. The AWS SDK warns at each start that releases after January 2027 need Node 22. The
 * version here is pinned, so the person who starts the hub cannot act on it.
 */
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
