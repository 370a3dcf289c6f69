// Stands for libraries that a browser of our list does not need.
module.exports = {};
