const { join } = require('node:path');

/** The client's `@/`, in the shape dependency-cruiser reads (a webpack configuration); its tsconfig has no baseUrl. */
module.exports = { resolve: { alias: { '@': join(__dirname, '../client/src') } } };
